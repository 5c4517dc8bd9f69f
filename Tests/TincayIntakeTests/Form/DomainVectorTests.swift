import Foundation
import Testing

@testable import TincayIntake

/// The facts of the field as checks, in the order in which they are written down.
///
/// Those about units as tables are in UnitTableTests, and those about small numbers in tables of counts are tests of desks.
@Suite struct DomainVectorTests {
    /// The key by which texts are compared.
    private func key(_ text: String) -> [UInt8] { VietnameseText.comparisonKey(Array(text.utf8)) }

    /// A fact that the default form derives.
    private func fact(_ name: String, _ answers: String) throws -> String? {
        let form = try #require(FormFixture.standard)
        let told = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
        let sheet = form.triage.derivation.facts(told, form.conditions, at: FormFixture.monday)
        return sheet["derived"]?.member(Array(name.utf8)).map { String(decoding: $0.json, as: UTF8.self) }
    }

    @Test func oneTonePlacementAndOneFormButNotOneName() {
        for text in ["hòa", "ho\u{E0}", "hoa\u{300}", "ho\u{300}a"] { #expect(key(text) == key("hoà")) }
        #expect(key("Thạnh An") != key("Thanh An"))
    }

    @Test func aNumberOfAProvinceThatIsGoneIsValid() throws {
        let number = try #require(PersonalNumber(Array("077310123456".utf8)))
        #expect(number.isKnownProvince && number.isFemale && number.birthYear == 2010)
        let answers =
            #"{"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{},"child_sex":"F","child_id":"#
        #expect(try FormFixture.check(answers + #""077310123456"}"#).findings.isEmpty)
        #expect(try FormFixture.check(answers + #""077210123456"}"#).findings == ["compare /child_sex warning"])
    }

    @Test func onlyTheYear2010LeavesTheClassOpenAndCountsAsAChild() throws {
        let answers = #"{"profile":"K","concerns":["S6"],"child_birth":{"year":2010}}"#
        #expect(try fact("age_min", answers) == "15" && fact("age_max", answers) == "16")
        #expect(try fact("legal_class", answers) == "\"UNK\"")
        #expect(try FormFixture.check(answers).rules.contains("T10"))
    }

    @Test func notSafeAloneIsDueWithinTwelveHours() throws {
        let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"N"}"#)
        #expect(verdict.accepted && verdict.checked.urgency == .immediate)
        #expect(verdict.result["due"] as? String == "2026-11-23T22:00:00+07:00")
    }

    @Test func abuseByTheFatherAtHomeIsMostUrgentAndNeverGoesToTheFamily() throws {
        let verdict = try FormFixture.check(
            """
            {"profile":"K","concerns":["S0"],"happening":"H24","child_age_est":15,"poc_relation":"FATHER",
             "poc_in_home":"Y","danger_reach":"N"}
            """)
        #expect(verdict.checked.urgency == .immediate && verdict.rules.contains("T05"))
        #expect(verdict.deadlines.contains("T09 MED_WINDOW_HIV 2026-11-25T10:00:00+07:00"))
        #expect(verdict.deadlines.contains("T09 MED_WINDOW_EC 2026-11-27T10:00:00+07:00"))
        #expect(verdict.deadlines.contains("T05 SEPARATION_END 2026-12-08T10:00:00+07:00"))
        #expect(!verdict.destinations.contains("FAMILY"))
    }

    @Test func aTeacherIsNotReportedToTheTeachersSchool() throws {
        let verdict = try FormFixture.check(
            """
            {"profile":"C","session_ok":true,"intake_point":{"kind":"NODE-SCHOOL"},"poc_relation":"TEACHER",
             "concerns":["V7"],"frequency":"ONCE","safe_now":"Y"}
            """)
        #expect(verdict.rules.contains("T20"))
        #expect(!verdict.destinations.contains("SCHOOL") && verdict.destinations.contains("PROVINCE"))
    }

    @Test func whoStaysAnonymousLeavesNoNumber() throws {
        let verdict = try FormFixture.check(
            #"{"profile":"B","session_ok":true,"safe_now":"N","anonymous":true,"reporter_phone":"0912345678"}"#)
        #expect(!verdict.accepted && verdict.findings == ["irrelevant /reporter_phone error"])
        #expect(verdict.checked.sections.isEmpty)
    }

    @Test func aPlanOverTetSkipsItsHolidaysAndWithoutACalendarIsSooner() throws {
        let answers = #"{"profile":"C","session_ok":true,"concerns":["V7"]}"#
        let tet = Moment(milliseconds: CivilDate(year: 2027, month: 2, day: 3).days * 86_400_000 + 3 * 3_600_000)
        let known = try FormFixture.check(answers, at: tet)
        #expect(known.deadlines.contains("T18 PLAN 2027-02-12T10:00:00+07:00"))
        let without = String(decoding: FormFixture.json, as: UTF8.self)
            .replacing(#""from": "2026-09-05""#, with: #""from": "2020-09-05""#)
            .replacing(#""until": "2027-12-31""#, with: #""until": "2020-12-31""#)
        let unknown = try FormFixture.check(try FormFixture.form(without), answers, at: tet)
        #expect(unknown.deadlines.contains("T18 PLAN 2027-02-10T10:00:00+07:00"))
        let plan = (unknown.result["deadlines"] as? [[String: Any]])?.first { $0["kind"] as? String == "PLAN" }
        #expect(plan?["calendar"] as? String == "none" && plan?["calendar_until"] as? String == "2020-12-31")
    }

    @Test func anEthnicGroupIsTwoDigitsOfItsOwnList() throws {
        for (code, isGroup) in [("\"01\"", true), ("\"25\"", true), ("\"1\"", false), ("1", false), ("\"56\"", false)] {
            let verdict = try FormFixture.check(
                #"{"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{},"child_ethnic":\#(code)}"#)
            #expect(verdict.accepted == isGroup)
        }
    }

    @Test func aClockThatWasNeverSetIsToldAndGivesNobodyMoreTime() throws {
        let answers = #"{"profile":"C","session_ok":true,"safe_now":"N","clock_trust":"UNSET"}"#
        let verdict = try FormFixture.check(answers, at: Moment(milliseconds: 0))
        #expect(verdict.accepted && verdict.findings == ["compare /clock_trust warning"])
        #expect(try #require(verdict.checked.due).milliseconds < FormFixture.monday.milliseconds)
    }
}
