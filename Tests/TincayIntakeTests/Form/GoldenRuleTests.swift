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

/// The findings of an urgent report by a form of some keywords; the report's urgency comes from the form.
private func urgent(_ keywords: String, _ answers: String) throws -> [String] {
    let form = try FormFixture.form(
        #"{\#(keywords),"x-tincay-triage":[{"id":"A","urgency":"U2","when":true}]}"#)
    return try FormFixture.check(form, answers).findings
}

/// Keywords of several schemas that are tried at once, and answers of which only something is missing.
private let gaps: [(keywords: String, answers: String)] = [
    (#""anyOf":[{"required":["a"]},{"required":["b"]}]"#, "{}"),
    (#""oneOf":[{"required":["a"]},{"required":["b"]}]"#, #"{"a":1,"b":2}"#),
    (#""anyOf":[{"properties":{"a":{"const":"X"}},"required":["a"]},{"required":["b"]}]"#, #"{"a":"Y"}"#),
    (#""anyOf":[{"anyOf":[{"required":["a"]},{"type":"string"}]},{"type":"string"}]"#, "{}"),
    (#""properties":{"t":{"anyOf":[{"minLength":5},{"const":"UNK"}]}}"#, #"{"t":"abc"}"#),
    (#""properties":{"ok":{"const":true}}"#, #"{"ok":false}"#),
    (#""properties":{"ok":{"enum":[true]}}"#, #"{"ok":false}"#),
    (#""properties":{"l":{"contains":{"const":"N"},"maxContains":1}}"#, #"{"l":["N","N"]}"#),
    (#""not":{"required":["a","b"]}"#, #"{"a":1,"b":1}"#),
    (##""properties":{"p":{"$ref":"#/$defs/p","x-tincay-relax":true}},"$defs":{"p":{"maxLength":1}}"##, #"{"p":"aa"}"#),
]

@Test(arguments: gaps)
func whatIsOnlyMissingAmongSeveralSchemasHoldsUpNothing(keywords: String, answers: String) throws {
    let found = try urgent(keywords, answers)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasSuffix("warning") }, "\(found)")
}

/// Keywords and answers that are malformed, whatever else is missing.
private let malformed: [(keywords: String, answers: String)] = [
    (#""properties":{"x":{"anyOf":[{"type":"string"},{"type":"number"}]}}"#, #"{"x":{}}"#),
    (#""properties":{"x":{"oneOf":[{"type":"string","maxLength":2},{"type":"null"}]}}"#, #"{"x":"abc"}"#),
    (#""anyOf":[{"properties":{"x":{"type":"string"}},"required":["a"]},{"type":"string"}]"#, #"{"x":7}"#),
    (#""properties":{"x":{"const":true}}"#, #"{"x":"true"}"#), (#""properties":{"x":{"const":"Y"}}"#, #"{"x":true}"#),
    (#""properties":{"x":{"enum":["Y","N"]}}"#, #"{"x":"Z"}"#), (#""properties":{"x":false}"#, #"{"x":1}"#),
    (#""properties":{"x":{"type":"string"}},"not":{"required":["x"]}"#, #"{"x":"a"}"#),
    (#""properties":{"x":true},"unevaluatedProperties":false"#, #"{"y":1}"#),
    (#""properties":{"x":{"maxLength":2}}"#, #"{"x":"abc"}"#), (#""properties":{"x":{"pattern":"^a"}}"#, #"{"x":"b"}"#),
    (#""propertyNames":{"maxLength":1}"#, #"{"xx":1}"#),
    (##""properties":{"p":{"$ref":"#/$defs/p"}},"$defs":{"p":{"maxLength":1}}"##, #"{"p":"aa"}"#),
    // A branch is chosen by its kind, and what is wrong inside it is not hidden by what is missing.
    (
        #""properties":{"x":{"oneOf":[{"properties":{"kind":{"const":"A"},"n":{"type":"string"}},"required":["kind"]},"#
            + #"{"properties":{"kind":{"const":"B"},"n":{"type":"string"}},"required":["kind"]}]}}"#,
        #"{"x":{"n":7}}"#
    ),
]

@Test(arguments: malformed)
func whatIsMalformedHoldsUpEvenAnUrgentReport(keywords: String, answers: String) throws {
    let found = try urgent(keywords, answers)
    #expect(found.contains { $0.hasSuffix("error") }, "\(found)")
}

@Test func aRelaxedReferenceDoesNotMakeAQuestionPartOfTheForm() throws {
    let keywords = ##"""
        "properties":{"k":{"enum":["A","B"]}},"if":{"properties":{"k":{"const":"A"}},"required":["k"]},
        "then":{"properties":{"p":{"$ref":"#/$defs/p","x-tincay-relax":true}}},"unevaluatedProperties":false,
        "$defs":{"p":{"type":"object","properties":{"q":{"maxLength":1}},"required":["r"]}}
        """##
    #expect(try urgent(keywords, #"{"k":"A","p":{"q":"aa"}}"#).allSatisfy { $0.hasSuffix("warning") })
    #expect(try urgent(keywords, #"{"k":"B","p":{"q":"a"}}"#) == ["irrelevant /p error"])
}
