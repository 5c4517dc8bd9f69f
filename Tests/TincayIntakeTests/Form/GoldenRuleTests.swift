import Testing

@testable import TincayIntake

@Test func aChildWhoSaysOnlyThatItIsNotSafeHasMadeAMostUrgentReport() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"N"}"#)
    #expect(verdict.accepted)
    #expect(verdict.findings.isEmpty)
    #expect(verdict.checked.urgency == .immediate)
    #expect(verdict.result["urgency"] as? String == "U1")
    #expect(verdict.result["due"] as? String == "2026-11-23T22:00:00+07:00")
    #expect(verdict.checked.profile == Array("C".utf8))
    #expect(verdict.hotlines.first == "111")
}

@Test func aReportOfOneWordWithoutAnythingElseIsStillAccepted() throws {
    let verdict = try FormFixture.check(#"{"safe_now":"N"}"#)
    #expect(verdict.accepted)
    #expect(verdict.checked.urgency == .immediate)
    #expect(verdict.findings.allSatisfy { $0.hasSuffix("warning") })
}

@Test func aChildMayNameOnlyAConcern() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"concerns":["E"]}"#)
    #expect(verdict.accepted)
    #expect(verdict.findings.isEmpty)
}

@Test func aChildWhoAnswersNothingIsAskedForOneAnswer() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true}"#)
    #expect(!verdict.accepted)
    #expect(verdict.findings == ["required /concerns error"])
    #expect(verdict.checked.urgency == nil)
}

@Test func nothingMissingHoldsUpAnUrgentReportOfACounsellor() throws {
    let answers = """
        {"profile":"K","session_ok":true,"hurt_now":"N","concerns":["V1"],"about":"OTHER_CHILD",
         "poc_relation":"MOTHER"}
        """
    let verdict = try FormFixture.check(answers)
    #expect(verdict.checked.urgency == .immediate)
    #expect(verdict.accepted)
    #expect(verdict.findings.contains("required /first_hand warning"))
    #expect(verdict.findings.contains("dependentRequired /poc_in_home warning"))
}

@Test func aCounsellorsReportThatIsNotUrgentHasToBeComplete() throws {
    let verdict = try FormFixture.check(#"{"profile":"K","session_ok":true,"safe_now":"Y","concerns":["E2"]}"#)
    #expect(!verdict.accepted)
    #expect(verdict.findings.contains("required /narrative error"))
}

@Test(arguments: [
    (#""safe_now":"N","child_age_est":"ten""#, "type /child_age_est error"),
    (#""safe_now":"N","child_sex":"X""#, "enum /child_sex error"),
    (#""safe_now":"N","favourite_colour":"blue""#, "unknown /favourite_colour error"),
    (#""safe_now":"N","child_age_est":26"#, "maximum /child_age_est error"),
    ("\"safe_now\":\"N\",\"narrative\":\"a\u{202E}b\"", "text /narrative error"),
])
func answersThatCannotBeReadHoldUpEvenAnUrgentReport(answer: String, finding: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"# + answer + "}")
    #expect(verdict.checked.urgency == .immediate)
    #expect(!verdict.accepted)
    #expect(verdict.findings == [finding])
}

@Test func answersThatContradictEachOtherDoNotHoldUpAnUrgentReport() throws {
    let verdict = try FormFixture.check(
        #"{"profile":"B","session_ok":true,"safe_now":"N","concerns":["UNK","V"],"concern_main":"X"}"#)
    #expect(verdict.accepted)
    #expect(verdict.findings.sorted() == ["compare /concern_main warning", "maxItems /concerns warning"])
}
