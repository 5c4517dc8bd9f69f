import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Everything that lists and counts can be asked.
struct DeskQueryTests {
    /// A desk with cases that differ in everything a query can ask for; their names by what they tell.
    private func office() throws -> (TestOffice, Desk, [String: String]) {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        var names: [String: String] = [:]
        for (told, more) in [
            ("calm", #""profile": "C", "concerns": ["V", "S"]"#), ("worried", #""worried": "Y", "concerns": ["V"]"#),
            ("danger", #""danger": "Y", "profile": "C", "concerns": []"#), ("plain", #""profile": "B""#),
        ] {
            names[try office.file(#"{"told": "\#(told)", \#(more)}"#, form: form, at: desk)] = told
            office.clock.advance(days: 20)
        }
        let head = #"{"received": 1772427600000, "unfinished": true, "form": "other", "facets": {"age": 7}}"#
        let envelope = try office.envelope(#"{"told": "sent"}"#, form: TestForms.plain(), to: desk, head: head)
        try office.collect([envelope], at: desk)
        names[String(decoding: try #require(Envelope.identifier(of: envelope)).hexadecimal, as: UTF8.self)] = "sent"
        let danger = try #require(names.first { $0.value == "danger" }?.key)
        try office.record(danger, #"{"type": "assigned", "person": "An"}"#, at: desk)
        try office.record(danger, #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        return (office, desk, names)
    }

    @Test func everyFieldCanBeAskedForAndExcluded() throws {
        let (office, desk, names) = try office()
        for (query, expected) in [
            (#"{"form": ["other"]}"#, ["sent"]), (#"{"form": "triaging", "profile": [null]}"#, ["worried"]),
            (#"{"assigned": "An"}"#, ["danger"]), (#"{"assigned": [null]}"#, ["calm", "plain", "sent", "worried"]),
            (#"{"point": [null, "A trusted address"]}"#, ["calm", "danger", "plain", "sent", "worried"]),
            (#"{"point": [null]}"#, ["calm", "danger", "plain", "worried"]),
            (#"{"unfinished": true}"#, ["sent"]), (#"{"doubtful": true}"#, ["sent"]),
            (#"{"doubtful": false, "unfinished": false}"#, ["calm", "danger", "plain", "worried"]),
            (#"{"overdue": true}"#, ["danger", "worried"]), (#"{"overdue": false}"#, ["calm", "plain", "sent"]),
            (#"{"check": ["unfinished", "unknown_form"]}"#, ["sent"]),
            (#"{"facets": {"concerns": ["V"]}}"#, ["calm", "worried"]),
            (#"{"facets": {"concerns": ["S", null]}}"#, ["calm", "danger", "plain", "sent"]),
            (#"{"facets": {"age": [7]}}"#, ["sent"]), (#"{"facets": {"age": [8]}}"#, []),
            (#"{"facets": {"unheard of": ["V"]}}"#, []),
            (#"{"rules": ["T3"]}"#, ["worried"]), (#"{"rules": ["no such rule"]}"#, []),
            (#"{"received": {"to": "2026-03-02"}}"#, ["calm", "sent"]),
            (#"{"received": {"from": "2026-03-22", "to": "2026-03-22"}}"#, ["worried"]),
            (#"{"due": {"from": "2026-03-23"}}"#, ["danger", "worried"]),
            (#"{"not": {"profile": ["C"]}}"#, ["plain", "sent", "worried"]),
            (#"{"not": {"profile": ["C"], "unfinished": true}}"#, ["plain", "worried"]),
            (#"{"not": {"status": ["OPEN"]}}"#, ["danger"]),
            (#"{"not": {"facets": {"concerns": [null]}}, "profile": "C"}"#, ["calm"]),
        ] as [(String, [String])] {
            let listed = try office.cases(desk, query).compactMap { names[$0["id"] as? String ?? ""] }.sorted()
            #expect(listed == expected, "\(query)")
            let total = try office.list(desk, query)["total"] as? Int
            #expect(total == expected.count, "\(query)")
        }
    }

    @Test func countsGoByEveryFieldAndByPeriods() throws {
        let (office, desk, _) = try office()
        #expect(try office.rows(desk, #"{"by": ["month"]}"#) == ["2026-03 3", "2026-04 1", "2026-05 1"])
        #expect(try office.rows(desk, #"{"by": ["quarter"]}"#) == ["2026-Q1 3", "2026-Q2 2"])
        #expect(try office.rows(desk, #"{"by": ["year"]}"#) == ["2026 5"])
        #expect(try office.rows(desk, #"{"by": ["week"]}"#).first == "2026-W10 2")
        #expect(try office.rows(desk, #"{"by": ["assigned"]}"#) == ["An 1", "<null> 4"])
        #expect(try office.rows(desk, #"{"by": ["overdue", "unfinished"]}"#) == ["0 0 2", "0 1 1", "1 0 2"])
        #expect(try office.rows(desk, #"{"by": ["rules"]}"#).contains("T3 1"))
        #expect(try office.rows(desk, #"{"by": ["check"]}"#).contains("accepted 4"))
        #expect(
            try office.rows(desk, #"{"by": ["quarter", "concerns"], "not": {"profile": ["B"]}}"#) == [
                "2026-Q1 S 1", "2026-Q1 V 2", "2026-Q1 <null> 1", "2026-Q2 <null> 1",
            ])
    }

    @Test(
        arguments: [
            #"{"received": {}}"#, #"{"received": {"from": "2026-02-30"}}"#, #"{"received": {"until": "2026-02-03"}}"#,
            #"{"received": {"from": "2026-02-02", "to": "2026-02-01"}}"#, #"{"not": {"order": "due"}}"#,
            #"{"not": {"not": {}}}"#, #"{"facets": {"a": "b"}}"#, #"{"facets": {"a": [{}]}}"#, #"{"flag": true}"#,
            #"{"overdue": "yes"}"#, #"{"check": ["fine"]}"#, #"{"order": "name"}"#, #"{"reverse": 1}"#,
        ])
    func whatNobodyKnowsIsRefused(query: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.invalidInput) { try office.list(desk, query) }
    }

    @Test func everyOrderStaysRightWhateverHappens() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.triaging()
        var ids: [String] = []
        for step in 0..<60 {
            let answers = #"{"told": "x", "\#(step % 3 == 0 ? "danger" : "worried")": "Y"}"#
            if step % 4 == 3 {
                let id = ids[step * 7 % ids.count]
                switch step % 3 {
                case 0: try office.record(id, #"{"type": "note", "text": "x"}"#, at: desk)
                case 1:
                    // One that is closed already stays so.
                    try? office.record(
                        id, #"{"type": "status", "status": "CLOSED", "outcome": "SERVICE_DONE"}"#, at: desk)
                default:
                    try desk.shred(Array(id.utf8), reason: Array("x".utf8))
                    ids.removeAll { $0 == id }
                }
            } else {
                ids.append(try office.file(answers, form: form, at: desk))
            }
            office.clock.milliseconds += step % 5 == 0 ? -90_000_000 : 3_600_000
            if step % 9 == 0 { _ = try orders(office, desk) }
        }
        let kept = try orders(office, desk)
        desk.close()
        desk = try office.open()
        #expect(try orders(office, desk) == kept)
        #expect(Set(kept.flatMap { $0 }) == Set(ids))
        for order in 0..<kept.count / 2 { #expect(kept[order * 2] == kept[order * 2 + 1].reversed()) }
    }

    /// All cases in every order and its reverse, read in small pages.
    private func orders(_ office: TestOffice, _ desk: Desk) throws -> [[String]] {
        try CaseOrder.allCases.flatMap { order in
            try ["false", "true"].map { isReversed in
                var listed: [String] = []
                var after = ""
                repeat {
                    let page = try office.list(
                        desk, #"{"order": "\#(order.name)", "reverse": \#(isReversed), "limit": 7\#(after)}"#)
                    listed += (page["cases"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                    after = (page["next"] as? String).map { #", "after": "\#($0)""# } ?? ""
                } while !after.isEmpty && listed.count < 200
                return listed
            }
        }
    }
}
