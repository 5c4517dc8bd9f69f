import Foundation
import Testing

@testable import TincayIntake

/// What a form of the pack makes of answers.
private func check(_ form: String, _ answers: String) throws -> Verdict {
    let source = try Data(contentsOf: FormFixture.root.appendingPathComponent("Forms/\(form).json"))
    return try FormFixture.check(Form(parsing: [UInt8](source)), answers)
}

/// A sweep's sheet with some children.
private func sweep(_ children: String) -> String {
    """
    {"profile":"K","sweep_date":"2026-11-22","place_type":"PUBLIC","commune":"UNK","officer":"A","children":[\(children)]}
    """
}

@Test(arguments: [
    ("T01", "U1", #""safe_now":"N""#), ("T02", "U1", #""safe_now":"Y","hurt_now":"Y""#),
    ("T08", "U1", #""safe_now":"Y","age_est":5,"signs":["ALONE"]"#),
    ("T12", "U2", #""safe_now":"Y","signs":["INJURY"]"#),
    ("T15", "U2", #""safe_now":"Y","living_with":"STREET""#), ("T16", "U2", #""safe_now":"Y","work_kind":"BEGGING""#),
    ("T16-AGE", "U3", #""safe_now":"Y","work_kind":"SERVICE","age_est":12"#), ("T27", "U3", #""safe_now":"UNK""#),
    ("T21", "U5", #""safe_now":"Y","in_school":"N""#), ("T32", "U2", #""safe_now":"Y","note":"Bé nói: cứu em""#),
])
func aSweepIsAsUrgentAsItsMostUrgentChild(rule: String, urgency: String, answers: String) throws {
    let calm = #"{"sex":"M","activity":"PLAYING","safe_now":"Y","age_est":16}"#
    let verdict = try check("vn-cp-sweep", sweep(#"\#(calm),{"sex":"F","activity":"UNK",\#(answers)}"#))
    #expect(verdict.accepted)
    #expect(verdict.rules == [rule])
    #expect(verdict.result["urgency"] as? String == urgency)
    #expect(try check("vn-cp-sweep", sweep(calm)).rules.isEmpty)
}

@Test func aSweepHasAtMostTwentyChildrenASheet() throws {
    let child = #"{"sex":"M","activity":"PLAYING","safe_now":"Y"}"#
    #expect(try check("vn-cp-sweep", sweep(Array(repeating: child, count: 20).joined(separator: ","))).accepted)
    let many = try check("vn-cp-sweep", sweep(Array(repeating: child, count: 21).joined(separator: ",")))
    #expect(many.findings == ["maxItems /children error"])
}

@Test(arguments: [
    ("CENTER", "CENTRE"), ("SCHOOL", "SCHOOL"), ("COMMUNE", "COMMUNE"), ("POLICE", "POLICE"), ("HEALTH", "HEALTH"),
    ("111", "111"), ("PROVINCE", "PROVINCE"), ("SHELTER", "STAFF"),
])
func aComplaintNeverReachesThoseItIsAbout(kind: String, destination: String) throws {
    let verdict = try check(
        "vn-cp-feedback",
        #"{"profile":"B","session_ok":true,"kind":"P2","topics":["SCHOOL"],"service_kind":"NODE-\#(kind)"}"#)
    #expect(verdict.accepted)
    #expect(verdict.result["urgency"] as? String == "U3")
    #expect(!verdict.destinations.isEmpty && !verdict.destinations.contains(destination))
}

@Test func anOpinionIsNoAbuseUnlessItsWordsAre() throws {
    func urgency(_ words: String) throws -> String? {
        let answers = #"{"profile":"C","session_ok":true,"kind":"P1","narrative":"\#(words)"}"#
        return try check("vn-cp-feedback", answers).result["urgency"] as? String
    }
    #expect(try urgency("Em muốn có sân bóng.") == "U0")
    #expect(try urgency("Thay nhot em trong phong.") == "U2")
}
