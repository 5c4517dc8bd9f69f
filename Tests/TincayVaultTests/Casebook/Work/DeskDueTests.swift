import Foundation
import Testing

@testable import TincayVault

/// Until when the steps of the procedure have to be taken.
struct DeskDueTests {
    @Test func anUrgentCaseHasTheDeadlinesOfTheDecree() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x", "danger": "Y"}"#, form: TestForms.triaging(), at: desk)
        // Noon on a Monday: the plan is due five working days later.
        #expect(
            try office.steps(desk) == [
                "2 2026-03-02T12:00:00+07:00", "4 2026-03-03T00:00:00+07:00", "5 2026-03-03T00:00:00+07:00",
                "7 2026-03-09T12:00:00+07:00",
            ])
        let due = try office.due(desk)
        let first = try #require((due["steps"] as? [[String: Any]])?[1])
        #expect(first["id"] as? String == id)
        #expect(first["statutory_max"] as? String == "PT12H")
        #expect(first["verified"] as? Bool == true)
        #expect((first["source"] as? String)?.contains("56/2017") == true)
        #expect(due["total"] as? Int == 4)
        #expect(due["overdue"] as? Int == 0)
        office.clock.run(hours: 13)
        #expect(try office.due(desk)["overdue"] as? Int == 3)
        #expect(try office.steps(desk, #"{"overdue": true}"#).count == 3)
    }

    @Test func aStepThatIsTakenOrNotNeededIsNoLongerDue() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x", "danger": "Y"}"#, form: TestForms.triaging(), at: desk)
        try office.record(id, #"{"type": "step", "step": "2"}"#, at: desk)
        try office.record(id, #"{"type": "step", "step": "4", "form": "M02"}"#, at: desk)
        office.clock.run(hours: 1)
        try office.record(id, #"{"type": "step", "step": "5", "form": "M07"}"#, at: desk)
        // The separation may last fifteen days, from when it was decided on.
        #expect(
            try office.steps(desk) == ["7 2026-03-09T12:00:00+07:00", "5b 2026-03-17T13:00:00+07:00"])
        try office.record(id, #"{"type": "step", "step": "7", "needed": false, "reason": "an emergency"}"#, at: desk)
        try office.record(id, #"{"type": "step", "step": "5b"}"#, at: desk)
        #expect(try office.steps(desk).isEmpty)
    }

    @Test func onlyWhoWorksOnACaseHasADeadline() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        let first = try office.file(#"{"told": "x", "danger": "Y"}"#, form: form, at: desk)
        let second = try office.file(#"{"told": "x", "worried": "Y"}"#, form: form, at: desk)
        let third = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        try office.record(first, #"{"type": "assigned", "person": "a"}"#, at: desk)
        func ids(_ query: String) throws -> Set<String> {
            Set((try office.due(desk, query)["steps"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
        }
        #expect(try ids("{}") == [first, second])
        #expect(try ids(#"{"person": "a"}"#) == [first])
        #expect(try ids(#"{"person": null}"#) == [second])
        #expect(try ids(#"{"urgency": ["U3"]}"#) == [second])
        #expect(try ids(#"{"report": "\#(second)"}"#) == [second])
        #expect(try ids(#"{"report": "\#(third)"}"#).isEmpty)
        #expect(try ids(#"{"step": ["4"]}"#) == [first])
        #expect(try ids(#"{"within_hours": 13, "step": ["7"]}"#).isEmpty)
        try office.record(first, #"{"type": "status", "status": "CLOSED", "outcome": "SAFE_HOME"}"#, at: desk)
        #expect(try ids("{}") == [second])
        try office.record(second, #"{"type": "urgency", "urgency": "U1", "reason": "worse"}"#, at: desk)
        #expect(try ids(#"{"step": ["4"]}"#) == [second])
        for query in [#"{"step": ["1"]}"#, #"{"limit": 0}"#, #"{"after": "x"}"#, #"{"more": 1}"#] {
            #expect(throws: VaultError.invalidInput) { try office.due(desk, query) }
        }
    }

    @Test func aPointWhoseClockIsAheadGivesNobodyMoreTime() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        for day in [10, -1] as [Int64] {
            let received = office.clock.milliseconds + day * 86_400_000
            let head = #"{"received": \#(received), "urgency": "U1", "form": "other"}"#
            let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk, head: head)
            try office.collect([envelope], at: desk)
        }
        #expect(
            try office.steps(desk, #"{"step": ["4"]}"#) == [
                "4 2026-03-02T00:00:00+07:00", "4 2026-03-03T00:00:00+07:00",
            ])
    }

    @Test func pagesNeitherRepeatNorSkip() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        for _ in 0..<5 { _ = try office.file(#"{"told": "x", "danger": "Y"}"#, form: form, at: desk) }
        let all = try #require(try office.due(desk)["steps"] as? [[String: Any]]).map { "\($0["id"]!) \($0["step"]!)" }
        #expect(all.count == 20)
        var seen: [String] = []
        var after = ""
        repeat {
            let page = try office.due(desk, #"{"limit": 3\#(after)}"#)
            seen += (page["steps"] as? [[String: Any]] ?? []).map { "\($0["id"]!) \($0["step"]!)" }
            after = (page["next"] as? String).map { #", "after": "\#($0)""# } ?? ""
        } while !after.isEmpty
        #expect(seen == all)
    }

    @Test func aLocalDeadlineIsNeverLongerThanTheLaws() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        _ = try office.file(#"{"told": "x", "danger": "Y"}"#, form: TestForms.triaging(), at: desk)
        let entries = desk.chain.number
        for row in [
            #"{"step": "4", "local_max": "PT13H", "source": "here"}"#,
            #"{"step": "4", "local_max": null, "statutory_max": "PT13H", "source": "here"}"#,
            #"{"step": "4", "local_max": null, "statutory_max": null, "source": "here"}"#,
            #"{"step": "7", "local_max": "P6D", "source": "here"}"#,
            #"{"step": "7", "local_max": "P4D", "working_days": false, "source": "here"}"#,
            #"{"step": "4", "local_max": "PT8H"}"#, #"{"step": "4", "local_max": "8 hours", "source": "here"}"#,
            #"{"step": "4", "local_max": "PT8H", "source": "here", "valid_from": "2027-01-01", "valid_to": "2026-01-01"}"#,
            #"{"step": "4", "local_max": "PT15H", "statutory_max": "PT14H", "verified": true, "source": "a new law"}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try office.decide(desk, #"{"deadlines": [\#(row)]}"#) }
        }
        for rules in ["{}", "[]", #"{"deadlines": 1}"#, #"{"calendar": {"id": "x"}}"#, #"{"retention": []}"#] {
            #expect(throws: VaultError.invalidInput) { try office.decide(desk, rules) }
        }
        #expect(desk.chain.number == entries)
        try office.decide(
            desk,
            #"{"deadlines": [{"step": "4", "local_max": "PT8H", "source": "the ward"}, {"step": "3", "local_max": "PT2H", "source": "the ward"}]}"#
        )
        for _ in 0..<2 {
            #expect(
                try office.steps(desk, #"{"step": ["3", "4"]}"#) == [
                    "3 2026-03-02T14:00:00+07:00", "4 2026-03-02T20:00:00+07:00",
                ])
            let step = try #require(try office.due(desk, #"{"step": ["4"]}"#)["steps"] as? [[String: Any]]).first
            #expect(step?["statutory_max"] as? String == "PT12H")
            #expect(step?["local_max"] as? String == "PT8H")
            #expect(step?["verified"] is NSNull)
            desk.close()
            desk = try office.open()
        }
        // Whoever has read a new law in the official text may say so, and it is on record who did.
        try office.decide(
            desk,
            #"{"deadlines": [{"step": "4", "local_max": null, "statutory_max": "PT24H", "verified": true, "source": "a new law"}]}"#
        )
        #expect(try office.steps(desk, #"{"step": ["4"]}"#) == ["4 2026-03-03T12:00:00+07:00"])
    }

    @Test func workingDaysAreCountedByTheCalendarOfAFormOrTheDesksOwn() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        _ = try office.file(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), at: desk)
        func plan() throws -> [String: Any]? {
            (try office.due(desk, #"{"step": ["7"]}"#)["steps"] as? [[String: Any]])?.first
        }
        #expect(try plan()?["due"] as? String == "2026-03-09T12:00:00+07:00")
        #expect(try plan()?["calendar"] as? String == "none")
        let calendar = #"{"id": "ours", "from": "2026-01-01", "until": "2026-12-31", "holidays": ["2026-03-04"]}"#
        try office.decide(desk, #"{"calendar": \#(calendar)}"#)
        #expect(try plan()?["due"] as? String == "2026-03-10T12:00:00+07:00")
        #expect(try plan()?["calendar"] as? String == "ours")
    }

    @Test func theRulesCarryTheirSources() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let rules = try office.object(desk.rules())
        #expect(rules["decided"] is NSNull)
        let standard = try #require(rules["standard"] as? [String: Any])
        let steps = try #require(standard["steps"] as? [[String: Any]])
        #expect(Set(steps.compactMap { $0["step"] as? String }) == Set(ProcedureStep.allCases.map { "\($0.name)" }))
        for step in steps {
            #expect(step["vi"] is String && step["en"] is String)
            for deadline in step["deadlines"] as? [[String: Any]] ?? [] {
                #expect(deadline["source"] is String && deadline["valid_from"] is String)
            }
        }
    }
}
