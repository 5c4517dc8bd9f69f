import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Taking in bundles.
struct DeskCollectingTests {
    @Test func onlyAFormThatIsWholeIsKept() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let resources = Array(##"{"schemas":{"urn:example:list":{"enum":[1]}}}"##.utf8)
        let form = try Form(
            parsing: Array(##"{"properties":{"a":{"$ref":"urn:example:list"}}}"##.utf8),
            resources: try resources.withUnsafeBytes { try FormResources(parsing: $0) })
        #expect(throws: VaultError.invalidInput) { try desk.keep(form) }
    }

    @Test func aReportFromABoxBecomesACase() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let card = String(decoding: try desk.card(), as: UTF8.self)
        let setup = Array(#"{"point": {"name": "Nhà bà Tư", "kind": "NODE-TRUSTED"}, "desks": [\#(card)]}"#.utf8)
        try setup.withUnsafeBytes {
            try unsafe Letterbox.create(path: office.path("box"), setup: $0, clock: office.clock.clock)
        }
        let box = try Letterbox(path: office.path("box"), clock: office.clock.clock)
        let answers = Array(#"{"profile": "C", "told": "xin giúp", "danger": "Y", "child": "Bé"}"#.utf8)
        let submitted = try answers.withUnsafeBytes {
            try unsafe box.submit(form, answers: $0, options: SubmitOptions(language: nil))
        }
        #expect(submitted.isKept)
        let bundle = try box.pack()
        let receipt = try bundle.withUnsafeBytes { try unsafe desk.collect($0) }
        let settled = try office.object(receipt.withUnsafeBytes { try unsafe box.settle($0) })
        #expect((settled["freed"] as? Int ?? 0) > 0)
        #expect(settled["desk"] as? String == "Bàn tư vấn")
        let cases = try office.cases(desk)
        #expect(cases.count == 1)
        #expect(cases.first?["urgency"] as? String == "U1")
        #expect(cases.first?["point"] as? String == "Nhà bà Tư")
        #expect(cases.first?["profile"] as? String == "C")
        #expect(cases.first?["status"] as? String == "OPEN")
        #expect(cases.first?["rules"] as? [String] == ["T1"])
        let report = try office.read(#require(cases.first?["id"] as? String), at: desk)
        let sections = report["sections"] as? [String: [String: String]]
        #expect(sections?["facts"]?["told"] == "xin giúp")
        #expect(sections?["identity"]?["child"] == "Bé")
        #expect((report["result"] as? [String: Any])?["urgency"] as? String == "U1")
    }

    @Test func collectingAgainChangesNothingAndGivesAReceiptAgain() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        let items = [
            try office.envelope(#"{"told": "x"}"#, form: form, to: desk), try Envelope.noise(size: TestOffice.slotSize),
        ]
        let bundle = try office.bundle(items, to: desk)
        let first = try office.collect(bundle: bundle, at: desk)
        let second = try office.collect(bundle: bundle, at: desk)
        #expect(first.covered == items.compactMap { Envelope.identifier(of: $0) })
        #expect(first.damaged.isEmpty)
        #expect(second.covered == first.covered)
        #expect(second.ledgerNumber == first.ledgerNumber)
        #expect(try office.list(desk)["total"] as? Int == 1)
        // The same slots in the next bundle: nothing is filed again, before and after the desk was closed.
        #expect(try office.collect(items, at: desk).covered == first.covered)
        desk.close()
        let again = try office.open()
        #expect(try office.collect(bundle: bundle, at: again).covered == first.covered)
        #expect(try office.list(again)["total"] as? Int == 1)
    }

    @Test func theSameReportTwiceInABundleIsFiledOnce() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)
        let receipt = try office.collect([envelope, envelope], at: desk)
        #expect(receipt.covered.count == 2)
        #expect(try office.list(desk)["total"] as? Int == 1)
    }

    @Test func aDamagedItemIsSetAsideAndHoldsUpNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        var damaged = try office.envelope(#"{"told": "one"}"#, form: form, to: desk)
        damaged[KeyWraps.size + 200] ^= 1
        var changed = try office.envelope(#"{"told": "two"}"#, form: form, to: desk)
        changed[KeyWraps.size + BodyLayout.whole.sealedSize + 10] ^= 1
        let notJSON = try office.envelope(
            #"{"told": "three"}"#, form: form, to: desk,
            sections: [ReportSection(name: .facts, json: Array("{\"told\": ".utf8))])
        let good = try office.envelope(#"{"told": "four"}"#, form: form, to: desk)
        let receipt = try office.collect([damaged, changed, notJSON, good], at: desk)
        #expect(receipt.covered == [Envelope.identifier(of: good)])
        #expect(receipt.damaged == [damaged, changed, notJSON].compactMap { Envelope.identifier(of: $0) })
        #expect(try office.list(desk)["total"] as? Int == 1)
        let entries = desk.chain.number
        // It comes with every bundle until it opens; the ledger has it once.
        #expect(try office.collect([damaged], at: desk).damaged.count == 1)
        #expect(desk.chain.number == entries + 1)
        #expect(desk.caseload.setAside.count == 3)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func somethingElseUnderAKnownIdentifierDoesNotFreeTheRealOne() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        let id = ReportID()
        let forged = try office.envelope(#"{"told": "nothing"}"#, form: form, to: desk, id: id)
        let real = try office.envelope(#"{"told": "help"}"#, form: form, to: desk, id: id)
        try office.collect([forged], at: desk)
        let receipt = try office.collect([real], at: desk)
        #expect(receipt.covered.isEmpty)
        #expect(receipt.damaged == [id])
    }

    @Test func reportsForOthersAndNoiseAreCoveredAlike() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.create("second")
        let other = try office.open("second")
        let items = [
            try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: other),
            try Envelope.noise(size: TestOffice.slotSize),
        ]
        let receipt = try office.collect(items, at: desk)
        #expect(receipt.covered.count == 2)
        #expect(try office.list(desk)["total"] as? Int == 0)
    }

    @Test func aBundleForSomebodyElseOrChangedChangesNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.create("second")
        let other = try office.open("second")
        let entries = desk.chain.number
        let foreign = try office.bundle(
            [office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)], to: other)
        #expect(throws: VaultError.wrongKey) { try office.collect(bundle: foreign, at: desk) }
        let bundle = try office.bundle(
            [office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)], to: desk)
        for place in [0, 1, 20, 60, 300, 700, bundle.count / 2, bundle.count - 1] {
            var changed = bundle
            changed[place] ^= 4
            #expect(throws: VaultError.self) { try office.collect(bundle: changed, at: desk) }
        }
        for count in [0, 1, 500, bundle.count - 1] {
            #expect(throws: VaultError.self) { try office.collect(bundle: Array(bundle.prefix(count)), at: desk) }
        }
        #expect(desk.chain.number == entries)
        #expect(try office.list(desk)["total"] as? Int == 0)
    }

    @Test func aReportOfAnUnknownFormIsFiledAsThePointTriagedIt() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.collect(
            [office.envelope(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), to: desk)], at: desk)
        let item = try #require(try office.cases(desk).first)
        #expect(item["urgency"] as? String == "U3")
        let history = try office.history(#require(item["id"] as? String), at: desk)
        #expect(history.first?["check"] as? String == "unknown_form")
    }

    @Test func checkingAgainRaisesTheUrgencyAndNeverLowersIt() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let low = #"{"received": 1772427600000, "urgency": "U5", "triage": {}, "facets": {}}"#
        let high = """
            {"received": 1772427600000, "clock": "trusted", "form": "triaging", "version": "1", "urgency": "U1",
             "due": 1772427900000, "triage": {"rules": [{"id": "LOCAL"}]}, "facets": {}}
            """
        try office.collect(
            [office.envelope(#"{"told": "x", "danger": "Y"}"#, form: form, to: desk, head: low)], at: desk)
        try office.collect(
            [office.envelope(#"{"told": "y", "worried": "Y"}"#, form: form, to: desk, head: high)], at: desk)
        let cases = try office.cases(desk, #"{"order": "received"}"#)
        #expect(cases.map { $0["urgency"] as? String } == ["U1", "U1"])
        #expect(Set(cases.map { ($0["rules"] as? [String])?.first }) == ["T1", "LOCAL"])
        #expect(Set(cases.map { $0["due"] as? String }) == ["2026-03-02T13:00:00+07:00", "2026-03-02T12:05:00+07:00"])
    }

    @Test func aClockThatIsAheadGivesNobodyMoreTime() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        // In 2030, by the point's clock.
        let head = #"{"received": 1893456000000, "clock": "doubtful", "urgency": "U1", "due": 1893459600000}"#
        try office.collect(
            [office.envelope(#"{"told": "x", "danger": "Y"}"#, form: form, to: desk, head: head)], at: desk)
        let item = try #require(try office.cases(desk).first)
        #expect(item["due"] as? String == "2026-03-02T13:00:00+07:00")
    }

    @Test func aFormThatWasKeptIsThereAfterTheDeskWasClosed() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let entries = desk.chain.number
        try desk.keep(form)
        #expect(desk.chain.number == entries)
        desk.close()
        let again = try office.open()
        try office.collect([office.envelope(#"{"told": "x"}"#, form: form, to: again)], at: again)
        let id = try #require(try office.cases(again).first?["id"] as? String)
        #expect(try office.history(id, at: again).first?["check"] as? String == "accepted")
    }

    @Test func answersThatTheFormHereRefusesAreFiledAllTheSame() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let sections = [ReportSection(name: .facts, json: Array(#"{"told": "x", "danger": "Y", "unheard": 1}"#.utf8))]
        try office.collect(
            [office.envelope(#"{"told": "x"}"#, form: form, to: desk, sections: sections)], at: desk)
        let item = try #require(try office.cases(desk).first)
        #expect(item["urgency"] as? String == "U1")
        #expect(try office.history(#require(item["id"] as? String), at: desk).first?["check"] as? String == "refused")
    }

    @Test(
        arguments: [
            "", "null", "[]", "{}", #"{"received": -1}"#, #"{"received": 1e300, "due": "soon", "urgency": 7}"#,
            #"{"received": 9223372036854775807, "form": 1, "triage": [], "facets": "x", "profile": {}}"#,
            #"{"triage": {"rules": 5}, "facets": {"a": {"b": []}}}"#,
        ])
    func aHeadThatMakesNoSenseLosesNoReport(head: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let receipt = try office.collect(
            [office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk, head: head)], at: desk)
        #expect(receipt.covered.count == 1)
        let item = try #require(try office.cases(desk).first)
        #expect(item["received"] as? String == "2026-03-02T12:00:00+07:00")
        _ = try office.rows(desk, #"{"by": ["urgency", "a", "form"]}"#)
        let report = try office.read(#require(item["id"] as? String), at: desk)
        #expect((report["sections"] as? [String: [String: String]])?["facts"]?["told"] == "x")
        desk.close()
        #expect(try office.list(office.open())["total"] as? Int == 1)
    }

    @Test func aFullDiskLeavesEverythingAsItWas() throws {
        let office = try TestOffice()
        let created = try office.desk()
        let long = String(repeating: "x", count: 4000)
        let items = try (0..<10).map { _ in
            try office.envelope("{\"told\": \"\(long)\"}", form: TestForms.plain(), to: created)
        }
        let bundle = try office.bundle(items, to: created)
        created.close()
        let pages = office.bytes("desk").count / 8192
        let desk = try office.open(pageLimit: pages)
        let entries = desk.chain.number
        #expect(throws: VaultError.diskFull) { try office.collect(bundle: bundle, at: desk) }
        #expect(desk.chain.number == entries)
        #expect(try office.list(desk)["total"] as? Int == 0)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        desk.close()
        let roomy = try office.open()
        #expect(try office.collect(bundle: bundle, at: roomy).covered.count == 10)
    }
}
