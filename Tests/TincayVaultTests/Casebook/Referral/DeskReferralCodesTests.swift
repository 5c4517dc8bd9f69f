import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// What referrals may be for, and by what right: codes of lists with a source and days on which they are in force.
struct DeskReferralCodesTests {
    /// A request with other codes.
    private func request(
        _ network: TestNetwork, purpose: String = "SVC-PSY", basis: String = "CHILDREN_LAW_51",
        expires: String = "2026-12-31"
    ) throws -> [UInt8] {
        let text = String(decoding: try network.request(to: 1, expires: expires), as: UTF8.self)
        return Array(
            text.replacingOccurrences(of: #"["SVC-PSY", "SVC-MED"]"#, with: #"["\#(purpose)"]"#)
                .replacingOccurrences(of: "CHILDREN_LAW_51", with: basis).utf8)
    }

    /// What a desk decides about codes.
    private func decide(_ rules: String, at desk: Desk) throws {
        try Array(rules.utf8).withUnsafeBytes { try unsafe desk.decide($0) }
    }

    @Test func everyCodeOfTheListsIsTakenAndNoOther() throws {
        let network = try TestNetwork(desks: 2)
        let rules = try WorkRules(decided: [])
        let day = network.office.clock.clock.now().days
        func codes(_ list: String) throws -> [String] {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../../../Forms/lists/\(list).json")
            let root = try JSONDocument(parsing: [UInt8](Data(contentsOf: file)), limits: .form).root
            return try #require(root["oneOf"]).elements.compactMap { $0["const"]?.text }.map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        func terms(_ purpose: String, _ basis: String) throws -> ReferralTerms {
            try request(network, purpose: purpose, basis: basis).withUnsafeBytes {
                try unsafe ReferralRequest.read($0).request.terms
            }
        }
        for code in try codes("services") { try rules.check(terms(code, "CHILDREN_LAW_51"), on: day) }
        let bases = try codes("legal-basis")
        #expect(bases.contains("OTHER_LAW_19_1_DD"))
        for code in bases { try rules.check(terms("SVC-PSY", code), on: day) }
        for (purpose, basis) in [("SVC-NONE", "CHILDREN_LAW_51"), ("SVC-PSY", "SVC-PSY"), ("SVC-PSY", "URGENT")] {
            #expect(throws: VaultError.unknownCode) { try rules.check(terms(purpose, basis), on: day) }
        }
    }

    @Test func aCodeOfNoListIsRefusedAndNothingIsEntered() throws {
        let network = try TestNetwork(desks: 2)
        let end = network.desks[0].chain.number
        for request in try [request(network, purpose: "SVC-NONE"), request(network, basis: "BECAUSE")] {
            #expect(throws: VaultError.unknownCode) { try network.refer(request) }
        }
        #expect(network.desks[0].chain.number == end)
        _ = try network.refer(request(network, basis: "OTHER_LAW_19_1_DD"))
    }

    @Test func aLawThatIsNotInForceYetIsNoRight() throws {
        let network = try TestNetwork(desks: 2)
        network.office.clock.milliseconds = 1_767_150_000_000
        #expect(throws: VaultError.unknownCode) { try network.refer(request(network, basis: "URGENT_19_1_A")) }
        _ = try network.refer(request(network))
        network.office.clock.advance(days: 1)
        _ = try network.refer(request(network, basis: "URGENT_19_1_A"))
    }

    @Test func aDeskDecidesOnCodesOfItsOwnForATime() throws {
        let network = try TestNetwork(desks: 2)
        try decide(
            #"""
            {"purposes": [{"codes": ["LOCAL-SCHOOL"], "source": "a decision of the province", "verified": true,
              "valid_from": "2026-03-02", "valid_to": "2026-03-02"}],
             "legal_bases": [{"codes": ["LOCAL_RULE"], "vi": "Quy chế", "en": "A rule", "source": "the same"}]}
            """#, at: network.desks[0])
        let local = try request(network, purpose: "LOCAL-SCHOOL", basis: "LOCAL_RULE")
        let (id, bundle) = try network.refer(local)
        // The addressee need not have decided the same, and what is open is given again when its code no longer counts.
        try network.collect(bundle, at: 1)
        _ = try network.office.read(id, at: network.desks[1])
        network.office.clock.advance(days: 1)
        #expect(try network.refer(local).id == id)
        #expect(throws: VaultError.unknownCode) {
            try network.refer(request(network, purpose: "LOCAL-SCHOOL", expires: "2026-11-30"))
        }
        _ = try network.refer(request(network, basis: "LOCAL_RULE"))
        let rules = try network.office.object(network.desks[0].rules())
        #expect((rules["decided"] as? [String: Any])?["purposes"] != nil)
        let standard = (rules["standard"] as? [String: Any])?["referral"] as? [String: [[String: Any]]]
        #expect(standard?["legal_bases"]?.count == 5)
        #expect(standard?.values.joined().allSatisfy { $0["source"] is String && $0["verified"] is NSNull } == true)
    }

    @Test(arguments: [
        #"{"purposes": []}"#, #"{"purposes": [{"codes": ["A"]}]}"#, #"{"purposes": [{"codes": [], "source": "x"}]}"#,
        #"{"legal_bases": [{"codes": ["a"], "source": "x"}]}"#, #"{"legal_bases": {"codes": ["A"], "source": "x"}}"#,
        #"{"purposes": [{"codes": ["A"], "source": "x", "valid_from": "yesterday"}]}"#,
        #"{"purposes": [{"codes": ["A"], "source": "x", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}]}"#,
    ])
    func codesThatMakeNoSenseAreRefused(rules: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.invalidInput) { try decide(rules, at: desk) }
    }
}
