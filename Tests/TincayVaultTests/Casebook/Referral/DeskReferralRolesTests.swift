import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// What people who hold only some of a desk's keys do about referrals.
@Suite struct DeskReferralRolesTests {
    /// Unlocks a desk of a network for somebody else.
    private func open(_ desk: Int, as person: String, of network: TestNetwork) throws -> Desk {
        network.desks[desk].close()
        return try network.office.open("desk \(desk)", person: person)
    }

    @Test func whoMayNotOpenReportsNeitherRefersNorAnswersNorAccepts() throws {
        let network = try TestNetwork(desks: 2)
        let request = try network.request(to: 1)
        let card = try network.desks[1].card()
        try network.office.add("courier", #"["intake"]"#, at: network.desks[0])
        let courier = try open(0, as: "courier", of: network)
        let id = Array(network.report.utf8)
        #expect(throws: VaultError.noKey) { try request.withUnsafeBytes { try unsafe courier.refer(id, $0) } }
        #expect(throws: VaultError.noKey) { try card.withUnsafeBytes { try unsafe courier.know($0) } }
        let answer = Array(#"{"state": "ACCEPTED"}"#.utf8)
        #expect(throws: VaultError.noKey) { try answer.withUnsafeBytes { try unsafe courier.answer(id, $0) } }
        #expect(throws: VaultError.noKey) { try courier.withdraw(id, reason: Array("x".utf8)) }
        #expect(throws: VaultError.noKey) { try courier.resend(id) }
    }

    @Test func sectionsThatThePersonMayNotOpenAreNotGiven() throws {
        let network = try TestNetwork(desks: 2)
        try network.office.add("helper", #"["reports", "intake"]"#, at: network.desks[0])
        let facts = try network.request(to: 1)
        let both = try network.request(to: 1, sections: #"["facts", "identity"]"#)
        let helper = try open(0, as: "helper", of: network)
        let id = Array(network.report.utf8)
        #expect(throws: VaultError.noKey) { try both.withUnsafeBytes { try unsafe helper.refer(id, $0) } }
        _ = try facts.withUnsafeBytes { try unsafe helper.refer(id, $0) }
    }

    @Test func aCoverIsShownToWhoOpensOnlyAPartOfTheReport() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1, sections: #"["facts", "identity"]"#))
        try network.office.add("helper", #"["reports", "intake"]"#, at: network.desks[1])
        let helper = try open(1, as: "helper", of: network)
        _ = try bundle.withUnsafeBytes { try unsafe helper.collect($0) }
        let report = try network.office.read(id, at: helper)
        #expect((report["sections"] as? [String: Any])?.keys.sorted() == ["facts"])
        #expect((report["referral"] as? [String: Any])?["name"] as? String == "Bàn 0")
    }

    @Test func wordsWaitForSomebodyWhoMayReadThem() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let answer = try network.answer(id, "ACCEPTED", more: #", "note": "we call tomorrow""#)
        let office = network.office
        try office.add("courier", #"["intake"]"#, at: network.desks[0])
        let courier = try open(0, as: "courier", of: network)
        let receipt = try answer.withUnsafeBytes { try unsafe courier.collect($0) }
        try network.collect(receipt, at: 1)
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 1)
        courier.close()
        try network.reopen(0)
        try network.collect(network.collect(answer, at: 0), at: 1)
        #expect(try network.state(at: 0) == "ACCEPTED")
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 0)
    }

    @Test func aWithdrawalIsCarriedOutByWhoeverTakesItIn() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let notice = try network.withdraw(id)
        try network.office.add("courier", #"["intake"]"#, at: network.desks[1])
        let courier = try open(1, as: "courier", of: network)
        let receipt = try notice.withUnsafeBytes { try unsafe courier.collect($0) }
        #expect(try network.office.cases(courier).isEmpty)
        try network.collect(receipt, at: 0)
        #expect(try network.referrals(at: 0).first?["withdrawal"] as? String == "DESTROYED")
    }
}
