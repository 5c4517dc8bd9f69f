import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Listing and counting cases.
struct DeskListingTests {
    /// A desk with a case of every kind: their identifiers by what they tell.
    private func office() throws -> (TestOffice, Desk, [String: String]) {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        var ids: [String: String] = [:]
        for (told, more) in [
            ("calm", #""profile": "C", "concerns": ["V", "V", "S"]"#), ("worried first", #""worried": "Y""#),
            ("danger", #""profile": "C", "danger": "Y", "concerns": ["V"]"#),
            ("worried later", #""worried": "Y", "profile": "B""#),
        ] {
            ids[told] = try office.file(#"{"told": "\#(told)", \#(more)}"#, form: form, at: desk)
            office.clock.milliseconds += 60_000
        }
        let information = #"{"received": 1772427600000, "urgency": "U0"}"#
        let envelope = try office.envelope(
            #"{"told": "information"}"#, form: TestForms.plain(), to: desk, head: information)
        try office.collect([envelope], at: desk)
        let id = try #require(Envelope.identifier(of: envelope))
        ids["information"] = String(decoding: id.hexadecimal, as: UTF8.self)
        return (office, desk, ids)
    }

    @Test func theMostUrgentComeFirstThenThoseDueSoonest() throws {
        let (office, desk, ids) = try office()
        let listed = try office.cases(desk).map { $0["id"] as? String }
        #expect(
            listed == ["danger", "worried first", "worried later", "information", "calm"].map { ids[$0] })
        let due = try office.cases(desk, #"{"order": "due"}"#).map { $0["id"] as? String }
        #expect(due == ["danger", "worried first", "worried later", "information", "calm"].map { ids[$0] })
        let received = try office.cases(desk, #"{"order": "received"}"#).map { $0["id"] as? String }
        #expect(received == ["information", "calm", "worried first", "danger", "worried later"].map { ids[$0] })
    }

    @Test func pagesNeitherRepeatNorSkip() throws {
        let (office, desk, ids) = try office()
        for order in ["urgency", "due", "received"] {
            let whole = try office.cases(desk, #"{"order": "\#(order)"}"#).map { $0["id"] as? String }
            var paged: [String?] = []
            var after: String?
            repeat {
                let more = after.map { #", "after": "\#($0)""# } ?? ""
                let page = try office.list(desk, #"{"order": "\#(order)", "limit": 2\#(more)}"#)
                #expect(page["total"] as? Int == 5)
                paged += (page["cases"] as? [[String: Any]] ?? []).map { $0["id"] as? String }
                after = page["next"] as? String
            } while after != nil && paged.count < 20
            #expect(paged == whole)
            #expect(Set(paged) == Set(ids.values))
        }
        #expect(throws: VaultError.notFound) {
            try office.list(desk, #"{"after": "00000000000000000000000000000000"}"#)
        }
        #expect(throws: VaultError.notFound) { try office.list(desk, #"{"after": ""}"#) }
    }

    @Test func filtersLetThroughWhatTheySay() throws {
        let (office, desk, ids) = try office()
        try office.record(
            #require(ids["calm"]), #"{"type": "status", "status": "CLOSED", "outcome": "SERVICE_DONE"}"#, at: desk)
        for (query, expected) in [
            (#"{"urgency": ["U3"]}"#, ["worried first", "worried later"]),
            (#"{"urgency": ["U0", "U1"]}"#, ["danger", "information"]),
            (#"{"urgency": [null]}"#, ["calm"]), (#"{"status": ["CLOSED"]}"#, ["calm"]),
            (#"{"profile": ["C"]}"#, ["danger", "calm"]), (#"{"profile": ["C"], "status": ["OPEN"]}"#, ["danger"]),
            (#"{"point": "A trusted address"}"#, ["information"]), (#"{"point": "another"}"#, []),
            (#"{"urgency": []}"#, []),
        ] {
            let listed = try office.list(desk, query)
            #expect(
                (listed["cases"] as? [[String: Any]])?.map { $0["id"] as? String } == expected.map { ids[$0] },
                "\(query)")
            #expect(listed["total"] as? Int == expected.count)
        }
    }

    @Test(
        arguments: [
            "[]", #"{"limit": 0}"#, #"{"limit": 1001}"#, #"{"limit": 1.5}"#, #"{"order": "name"}"#,
            #"{"urgency": "U1"}"#, #"{"urgency": ["U9"]}"#, #"{"status": ["DONE"]}"#, #"{"more": 1}"#, #"{"point": 1}"#,
        ])
    func queriesThatMakeNoSenseAreRefused(query: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.invalidInput) { try office.list(desk, query) }
        #expect(throws: VaultError.invalidInput) { try office.count(desk, query) }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try office.list(desk, query + ",") }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try office.list(desk, "") }
    }

    @Test func aCaseIsOverdueOnceItsDeadlineHasPassedAndSomebodyShouldAct() throws {
        let (office, desk, ids) = try office()
        let danger = try #require(ids["danger"])
        func overdue() throws -> [String] {
            try office.cases(desk).filter { $0["overdue"] as? Bool == true }.compactMap { $0["id"] as? String }
        }
        #expect(try overdue() == [])
        office.clock.milliseconds += 3_600_000
        #expect(try overdue() == [danger])
        try office.record(danger, #"{"type": "status", "status": "CLOSED", "outcome": "SERVICE_DONE"}"#, at: desk)
        #expect(try overdue() == [])
        try office.record(danger, #"{"type": "status", "status": "REOPENED"}"#, at: desk)
        #expect(try overdue() == [danger])
    }

    @Test func countsAreExactAndSeveralValuesCountOnceInEach() throws {
        let (office, desk, _) = try office()
        #expect(try office.rows(desk, #"{"by": ["urgency"]}"#) == ["U0 1", "U1 1", "U3 2", "<null> 1"])
        #expect(try office.rows(desk, #"{"by": ["concerns"]}"#) == ["S 1", "V 2", "<null> 3"])
        #expect(
            try office.rows(desk, #"{"by": ["concerns", "profile", "status"], "profile": ["C"]}"#) == [
                "S C OPEN 1", "V C OPEN 2",
            ])
        #expect(try office.rows(desk, #"{"by": ["form", "point"]}"#).contains("triaging <null> 4"))
        #expect(try office.rows(desk, #"{"by": ["no such facet"]}"#) == ["<null> 5"])
        let table = try office.count(desk, #"{"by": ["concerns"], "urgency": ["U1", null]}"#)
        #expect(table["total"] as? Int == 2)
        #expect(table["by"] as? [String] == ["concerns"])
    }

    @Test(
        arguments: [
            "{}", #"{"by": []}"#, #"{"by": ["a", "b", "c", "d"]}"#, #"{"by": ["status", "status"]}"#,
            #"{"by": "status"}"#, #"{"by": ["count"]}"#, #"{"by": [""]}"#, #"{"by": ["status"], "limit": 1}"#,
        ])
    func tablesThatMakeNoSenseAreRefused(query: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.invalidInput) { try office.count(desk, query) }
    }
}
