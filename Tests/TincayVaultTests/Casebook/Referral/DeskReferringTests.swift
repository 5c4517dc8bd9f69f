import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Cases that one desk refers to another.
@Suite struct DeskReferringTests {
    @Test func theAddresseeReadsTheChosenSectionsAndTheCover() throws {
        let network = try TestNetwork()
        let (id, bundle) = try network.refer(network.request(to: 1))
        #expect(bundle.count == 8 << 20)
        let receipt = try network.collect(bundle, at: 1)
        let report = try network.office.read(id, at: network.desks[1])
        let sections = try #require(report["sections"] as? [String: [String: String]])
        #expect(Array(sections.keys) == ["facts"])
        #expect(sections["facts"]?["told"] == "x")
        let cover = try #require(report["referral"] as? [String: Any])
        #expect(cover["name"] as? String == "Bàn 0")
        #expect(cover["state"] as? String == "RECEIVED")
        let terms = try #require(cover["terms"] as? [String: Any])
        #expect(terms["note"] as? String == "please call first")
        #expect(terms["legal_basis"] as? [String] == ["CHILDREN_LAW_51"])
        #expect((terms["consent"] as? [String: String])?["by"] == "the child")
        let head = try #require(report["head"] as? [String: Any])
        #expect(head["urgency"] as? String == "U1")
        #expect(head["point"] as? String == "Bàn 0")
        #expect(head["facets"] as? [String: String] == ["danger": "Y"])
        #expect(try network.state(at: 0) == "SENT")
        #expect(try network.collect(receipt, at: 0).isEmpty)
        #expect(try network.state(at: 0) == "RECEIVED")
        let listed = try #require(try network.office.cases(network.desks[1]).first)
        #expect(listed["origin"] as? String == "referral")
        let given = try #require(try network.office.cases(network.desks[0]).first)
        #expect(given["origin"] as? String == "desk")
        #expect(given["referrals"] as? [String: Int] == ["open": 1, "overdue": 0])
        #expect(try network.history(network.report, at: 0) == ["filed", "referred", "referral_reply", "read"])
        #expect(try network.history(id, at: 1).prefix(2) == ["filed", "referral_filed"])
        for desk in network.desks { #expect(try network.office.verify(desk)["ok"] as? Bool == true) }
    }

    @Test func whatIsNotChosenIsNeitherInTheSectionsNorInTheHead() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1, sections: #"["identity"]"#))
        try network.collect(bundle, at: 1)
        let report = try network.office.read(id, at: network.desks[1])
        let sections = try #require(report["sections"] as? [String: [String: String]])
        #expect(sections == ["identity": ["child": "Bé"]])
        let head = try #require(report["head"] as? [String: Any])
        #expect((head["facets"] as? [String: Any])?.isEmpty == true)
        #expect((head["rules"] as? [Any])?.isEmpty == true)
        #expect(head["urgency"] as? String == "U1")
        #expect((report["closed"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: [
        (#"["facts"]"#, true, false), (#"["identity"]"#, true, false), (#"["facts", "identity"]"#, true, true),
        (#"["facts", "identity"]"#, false, false),
    ])
    func theAgeBandGoesAlongOnlyWithAllThatItComesFrom(sections: String, isKept: Bool, isTold: Bool) throws {
        let network = try TestNetwork(desks: 2)
        let form = try Form(
            parsing: Array(
                """
                {"$id": "urn:example:ages", "type": "object", "properties": {
                   "birth": {"type": "string", "x-tincay-section": "identity"}, "years": {"type": "integer"}},
                 "x-tincay-derive": {"age": {"birth": "/birth", "years": "/years", "bands": [{"code": "A0"}]}}}
                """.utf8))
        if isKept { try network.desks[0].keep(form) }
        let report = try network.office.file(#"{"birth": "2015", "years": 11}"#, form: form, at: network.desks[0])
        #expect(
            try network.office.cases(network.desks[0], #"{"facets": {"age_band": ["A0"]}}"#).count == 1)
        let (_, bundle) = try network.refer(network.request(to: 1, sections: sections), report: report)
        try network.collect(bundle, at: 1)
        let head = try #require(network.office.cases(network.desks[1]).first)
        #expect(head["facets"] as? [String: String] == (isTold ? ["age_band": "A0"] : [:]))
    }

    @Test func onlyTheAddresseeOpensABundleWhichSaysNothing() throws {
        let network = try TestNetwork()
        let (id, bundle) = try network.refer(network.request(to: 1))
        #expect(throws: VaultError.wrongKey) { try network.collect(bundle, at: 2) }
        #expect(throws: VaultError.wrongKey) { try network.collect(bundle, at: 0) }
        let card = try JSONDocument(parsing: network.desks[0].card(), limits: .any).root
        for secret in [
            Array(id.utf8), try #require(Hexadecimal.bytes(Array(id.utf8), count: 16)), Array("Bàn 0".utf8),
            network.desks[0].header.deskID, network.desks[0].header.signKey,
            try network.desks[1].unlocked().ring.sealKey,
            Array(network.report.utf8), try #require(card["signature"]?.text),
        ] {
            #expect(Data(bundle).range(of: Data(secret)) == nil)
        }
    }

    @Test func theReferralIsInTheLedgerBeforeAKeyIsUsed() throws {
        let network = try TestNetwork(desks: 2)
        let entries = network.desks[0].chain.number
        #expect(throws: VaultError.notFound) {
            try network.refer(network.request(to: 1, sections: #"["facts", "accused"]"#))
        }
        // The other desk became known, sections were to be given, and were not.
        #expect(network.desks[0].chain.number == entries + 3)
        #expect(try network.state(at: 0) == "CANCELLED")
        let id = try #require(try network.referrals(at: 0).first?["id"] as? String)
        #expect(throws: VaultError.notFound) { try network.withdraw(id) }
        #expect(throws: VaultError.outdated) { try network.desks[0].resend(Array(id.utf8)) }
    }

    @Test func askingAgainIsTheSameReferralAndALostBundleIsReplaced() throws {
        let network = try TestNetwork(desks: 2)
        let (id, lost) = try network.refer(network.request(to: 1))
        let (again, bundle) = try network.refer(network.request(to: 1))
        #expect(id == again)
        #expect(lost != bundle)
        let third = try network.desks[0].resend(Array(id.utf8))
        #expect(try network.referrals(at: 0).count == 1)
        // All three come after all, and the file is one.
        for bundle in [bundle, lost, third, bundle] {
            let receipt = try network.collect(bundle, at: 1)
            try network.collect(receipt, at: 0)
        }
        #expect(try network.office.cases(network.desks[1]).count == 1)
        #expect(try network.state(at: 0) == "RECEIVED")
        try network.reopen(1)
        #expect(try network.referrals(at: 1).count == 1)
        let (other, _) = try network.refer(network.request(to: 1, more: ""))
        #expect(other != id)
    }

    @Test func aDeskThatNobodyKnowsIsSetAsideAndNamed() throws {
        let network = try TestNetwork(desks: 2, areKnown: false)
        let (id, bundle) = try network.refer(network.request(to: 1))
        let receipt = try network.collect(bundle, at: 1)
        #expect(try network.office.cases(network.desks[1]).isEmpty)
        let desks = try #require(try network.page(at: 1)["desks"] as? [[String: String]])
        #expect(desks.map { $0["name"] } == ["Bàn 0"])
        #expect(desks.map { $0["trust"] } == ["stranger"])
        try network.collect(receipt, at: 0)
        #expect(try network.state(at: 0) == "SENT")
        let entries = network.desks[1].chain.number
        try network.collect(bundle, at: 1)
        #expect(network.desks[1].chain.number == entries)
        try network.know(0, at: 1)
        try network.know(0, at: 1)
        try network.collect(network.collect(bundle, at: 1), at: 0)
        #expect(try network.state(at: 0) == "RECEIVED")
        _ = try network.office.read(id, at: network.desks[1])
        #expect(throws: VaultError.invalidInput) { try network.know(1, at: 1) }
    }

    @Test func whatTheRequestLacksIsRefused() throws {
        let network = try TestNetwork(desks: 2)
        let entries = network.desks[0].chain.number
        for request in [
            try network.request(to: 1, basis: #""note": "nobody said why""#, more: ""),
            try network.request(to: 1, sections: "[]"), try network.request(to: 1, sections: #"["nothing"]"#),
            try network.request(to: 1, expires: "2026-02-30"), try network.request(to: 1, expires: "2026-03-01"),
            try network.request(to: 1, more: #", "answer_by": "2026-04-01""#),
            try network.request(to: 1, more: #", "other": 1"#), try network.request(to: 0),
            try network.request(to: 1, basis: #""consent": {"by": "x", "when": "yesterday", "how": "y"}"#),
        ] {
            #expect(throws: VaultError.invalidInput) { try network.refer(request) }
        }
        #expect(throws: VaultError.notFound) {
            try network.refer(network.request(to: 1), report: String(repeating: "0", count: 32))
        }
        #expect(network.desks[0].chain.number == entries)
        _ = try network.refer(network.request(to: 1, basis: #""override_reason": "danger""#))
    }

    @Test func aLargeReportTravelsInABundleOfTheSameSize() throws {
        let network = try TestNetwork(desks: 2)
        for size in [20_000, 300_000] {
            let told = String(repeating: "a", count: size)
            let report = try network.office.file(
                #"{"told": "\#(told)"}"#, form: TestForms.triaging(), at: network.desks[0])
            let (id, bundle) = try network.refer(network.request(to: 1), report: report)
            #expect(bundle.count == 8 << 20)
            try network.collect(bundle, at: 1)
            let sections = try network.office.read(id, at: network.desks[1])["sections"] as? [String: [String: String]]
            #expect(sections?["facts"]?["told"] == told)
        }
    }

    @Test func aReferralIsFoundByItsStateItsDeskAndItsCase() throws {
        let network = try TestNetwork()
        let (first, _) = try network.refer(network.request(to: 1))
        let (second, _) = try network.refer(network.request(to: 2))
        let desk = String(decoding: Hexadecimal.text(network.desks[2].header.deskID), as: UTF8.self)
        func found(_ query: String) throws -> [String] {
            try network.referrals(at: 0, query).compactMap { $0["id"] as? String }
        }
        #expect(try found(#"{"desk": "\#(desk)"}"#) == [second])
        #expect(try found(#"{"report": "\#(network.report)"}"#) == [first, second])
        #expect(try found(#"{"report": "nothing"}"#).isEmpty)
        #expect(try found(#"{"direction": "in"}"#).isEmpty)
        #expect(try found(#"{"state": ["SENT"]}"#) == [first, second])
        #expect(try found(#"{"state": ["DONE", "EXPIRED"]}"#).isEmpty)
        #expect(try found(#"{"limit": 1}"#) == [first])
        let page = try network.page(at: 0, #"{"limit": 1}"#)
        #expect(page["next"] as? String == first)
        #expect(page["total"] as? Int == 2)
        #expect(try found(#"{"after": "\#(first)"}"#) == [second])
        #expect(throws: VaultError.notFound) { try found(#"{"after": "nothing"}"#) }
        for query in [#"{"state": ["X"]}"#, #"{"limit": 0}"#, #"{"other": 1}"#, "[]"] {
            #expect(throws: VaultError.invalidInput) { try found(query) }
        }
        let shred = try #require(ReportID(hexadecimal: Array(network.report.utf8)))
        try network.desks[0].shred(shred.hexadecimal, reason: Array("test".utf8))
        // That something was given, and to whom, is known when the report is gone.
        for _ in 0...1 {
            let left = try network.referrals(at: 0)
            #expect(left.count == 2)
            #expect(left.allSatisfy { $0["report"] is NSNull && $0["sections"] == nil && $0["desk"] != nil })
            try network.reopen(0)
        }
        _ = try network.withdraw(first)
    }

    @Test func aSearchDoesNotOpenWhatHasExpired() throws {
        let network = try TestNetwork(desks: 2)
        let (_, bundle) = try network.refer(network.request(to: 1, expires: "2026-03-02"))
        try network.collect(bundle, at: 1)
        func found() throws -> Int {
            let query = Array(#"{"text": "x"}"#.utf8)
            let list = try network.office.object(query.withUnsafeBytes { try unsafe network.desks[1].find($0) })
            return (list["cases"] as? [Any])?.count ?? -1
        }
        #expect(try found() == 1)
        network.office.clock.advance(days: 1)
        try network.reopen(1)
        #expect(try found() == 0)
    }

    @Test func aRequestMayBeOfAnyBytes() throws {
        let network = try TestNetwork(desks: 2)
        let request = try network.request(to: 1)
        for place in stride(from: 0, to: request.count, by: 7) {
            var changed = request
            changed[place] ^= 1 << UInt8(place % 7)
            do { _ = try network.refer(changed) } catch { #expect(error is VaultError) }
        }
    }

    @Test func aReportThatWasReferredCanBeReferredOn() throws {
        let network = try TestNetwork()
        let (id, _) = try network.referred()
        let (next, bundle) = try network.refer(network.request(to: 2), from: 1, report: id)
        try network.collect(bundle, at: 2)
        let report = try network.office.read(next, at: network.desks[2])
        #expect((report["referral"] as? [String: Any])?["name"] as? String == "Bàn 1")
        #expect((report["head"] as? [String: Any])?["urgency"] as? String == "U1")
        #expect((report["sections"] as? [String: [String: String]])?["facts"]?["told"] == "x")
        // And nothing goes back to where it came from by the same way.
        #expect(throws: VaultError.notFound) {
            try network.refer(network.request(to: 2, sections: #"["identity"]"#), from: 1, report: id)
        }
    }
}
