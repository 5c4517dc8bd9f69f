import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Reports that were referred until a day that has passed, and that nobody took on.
struct DeskExpiredReferralTests {
    /// What somebody asks of a desk about a report.
    private static let questions: [(String, @Sendable (TestNetwork, String) throws -> Void)] = [
        ("read", { _ = try $0.office.read($1, at: $0.desks[1]) }),
        ("export", { _ = try $0.desks[1].export(Array($1.utf8), what: Array("M01".utf8)) }),
        ("similar", { _ = try $0.desks[1].similar(Array($1.utf8)) }),
        ("refer", { _ = try $0.refer($0.request(to: 0), from: 1, report: $1) }),
        ("attach", { try $0.office.attach(TestFiles.picture(100), to: $1, at: $0.desks[1]) }),
        (
            "attachment",
            { network, id in
                let file = try #require(network.desks[1].caseload.attachments.places.keys.first)
                _ = try network.office.bytes(
                    of: String(decoding: file.hexadecimal, as: UTF8.self), report: id, at: network.desks[1])
            }
        ),
    ]

    /// Two desks, and a report that was referred to the second, with a file and another report beside it.
    private func network() throws -> (network: TestNetwork, id: String, other: String) {
        let network = try TestNetwork(desks: 2)
        try network.know(1, at: 0)
        let (id, _) = try network.referred(expires: "2026-03-02")
        try network.office.attach(TestFiles.picture(100), to: id, at: network.desks[1])
        let other = try network.office.file(
            #"{"told": "x", "child": "Bé"}"#, form: TestForms.triaging(), at: network.desks[1])
        return (network, id, other)
    }

    @Test func nothingOpensThemAndNothingOfThatIsInTheLedger() throws {
        let (network, id, _) = try network()
        for (name, ask) in Self.questions {
            #expect(throws: Never.self, "\(name)") { try ask(network, id) }
        }
        network.office.clock.advance(days: 1)
        let end = network.desks[1].chain.number
        for (name, ask) in Self.questions {
            #expect(throws: VaultError.expired, "\(name)") { try ask(network, id) }
        }
        #expect(throws: VaultError.expired) {
            try network.desks[0].card().withUnsafeBytes { card in
                _ = try unsafe network.desks[1].share(Array(id.utf8), with: card)
            }
        }
        #expect(network.desks[1].chain.number == end)
    }

    @Test func searchesPassThemOver() throws {
        let (network, _, other) = try network()
        let desk = network.desks[1]
        /// What a search for a person, and one for reports that are alike, open.
        func opened() throws -> (given: Int, unreadable: Int) {
            let query = Array(#"{"phone": "0912345678", "reason": "asked"}"#.utf8)
            let given = try network.office.object(query.withUnsafeBytes { try unsafe desk.subject($0) })
            let alike = try network.office.object(desk.similar(Array(other.utf8)))
            return ((given["reports"] as? [Any])?.count ?? -1, alike["unreadable"] as? Int ?? -1)
        }
        let (secret, bundle) = try network.refer(
            network.request(to: 1, expires: "2026-03-02"),
            report: network.office.file(
                #"{"told": "gọi 0912345678"}"#, form: TestForms.triaging(), at: network.desks[0]))
        try network.collect(bundle, at: 1)
        #expect(try opened() == (1, 0))
        network.office.clock.advance(days: 1)
        #expect(try opened() == (0, 2))
        #expect(throws: VaultError.expired) { try network.office.read(secret, at: desk) }
    }

    @Test func anUploadThatTookTooLongIsNotKept() throws {
        let (network, id, _) = try network()
        let upload = try network.office.begin(id, at: network.desks[1])
        try network.office.write(TestFiles.picture(100), to: upload)
        try upload.finish()
        network.office.clock.advance(days: 1)
        #expect(throws: VaultError.expired) { try network.desks[1].enter(upload) }
        #expect(network.desks[1].caseload.attachments.places.count == 1)
    }

    @Test func theyStillGoBackWithWordsAndOpenOnceTheyWereTakenOn() throws {
        let (network, id, _) = try network()
        network.office.clock.advance(days: 1)
        try network.collect(network.answer(id, "RETURNED", more: #", "note": "too late for us""#), at: 0)
        #expect(try network.state(at: 0) == "RETURNED")
        #expect(throws: VaultError.expired) { try network.office.read(id, at: network.desks[1]) }
        let (taken, second, _) = try self.network()
        _ = try taken.answer(second, "ACCEPTED")
        taken.office.clock.advance(days: 1)
        for (name, ask) in Self.questions { #expect(throws: Never.self, "\(name)") { try ask(taken, second) } }
    }
}
