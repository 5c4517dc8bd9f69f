import Testing

@testable import TincayIntake

/// Answers that make one rule fire, without the profile.
private let firing: [(rule: String, urgency: String, answers: String)] = [
    ("T01", "U1", #""safe_now":"N""#),
    ("T02", "U1", #""hurt_now":"Y""#),
    ("T02", "U1", #""injury_facts":{"cause":"I1","severity":"HOSPITAL"}"#),
    ("T03", "U1", #""self_harm":"PLAN_OR_ACT""#),
    ("T04", "U1", #""happening":"NOW","concerns":["V4"]"#),
    ("T04", "U1", #""happening":"NOW","concerns":["E1","S0"]"#),
    ("T05", "U1", #""poc_relation":"FATHER","concerns":["V1"]"#),
    ("T05", "U1", #""poc_relation":"OTHERKIN","danger_reach":"N","poc_in_home":"Y","concerns":["N3"]"#),
    ("T06", "U1", #""concerns":["T2"]"#),
    ("T06", "U1", #""concerns":["L1"],"child_age_est":12"#),
    ("T06", "U1", #""concerns":["L1"],"child_age_est":17,"danger_reach":"Y""#),
    ("T07", "U1", #""weapon":"Y""#),
    ("T08", "U1", #""concerns":["N1"],"child_age_est":5"#),
    ("T08", "U1", #""concerns":["N2"],"observed_signs":["ALONE"],"child_birth":{"year":2023}"#),
    ("T09", "U2", #""concerns":["S4"],"happening":"H72","child_age_est":17"#),
    ("T10", "U2", #""concerns":["S6"],"child_age_est":12"#),
    ("T10", "U2", #""concerns":["S6"]"#),
    ("T11", "U2", #""concerns":["S6"],"child_birth":{"year":2009,"month":1}"#),
    ("T12", "U2", #""concerns":["V1"],"frequency":"OFTEN""#),
    ("T12", "U2", #""concerns":["V2"],"observed_signs":["INJURY"]"#),
    ("T12", "U2", #""csg":["CSG09"]"#),
    ("T13", "U2", #""concerns":["O3"]"#),
    ("T14", "U2", #""self_harm":"THOUGHTS""#),
    ("T15", "U2", #""living_with":"STREET""#),
    ("T15", "U2", #""concerns":["L1"],"child_age_est":17"#),
    ("T16", "U2", #""concerns":["X2"]"#),
    ("T16", "U2", #""work_facts":{"kind":"BEGGING"}"#),
    ("T16-CRIME", "U2", #""concerns":["X4"]"#),
    ("T16-AGE", "U3", #""concerns":["X1"],"child_age_est":12"#),
    ("T17", "U2", #""concerns":["N4"]"#),
    ("T18", "U3", #""concerns":["V7"]"#),
    ("T19", "U2", #""poc_relation":"SIBLING","dv_facts":{"no_contact":"Y"}"#),
    ("T20", "U4", #""concerns":["V7"],"frequency":"ONCE","safe_now":"Y""#),
    ("T21", "U5", #""concerns":["E3"]"#),
    ("T21", "U5", #""concerns":["H3"]"#),
    ("T22", "U5", #""concerns":["D1"]"#),
    ("T22-LOSS", "U4", #""concerns":["D4"],"early_facts":{"lost_skill":"Y"}"#),
    ("T23", "U5", #""about":"PLACE""#),
    ("T23-TODAY", "U3", #""about":"PLACE","injury_facts":{"today":"Y"}"#),
    ("T24", "U0", #""about":"OPINION""#),
    ("T25", "U3", #""concerns":["P2"]"#),
]

@Test(arguments: firing)
func eachRuleFires(rule: String, urgency: String, answers: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"K","# + answers + "}")
    #expect(verdict.rules.contains(rule))
    #expect(verdict.result["urgency"] as? String == urgency)
}

@Test(arguments: firing)
func whatIsNotKnownTakesNoReasonAway(rule: String, urgency: String, answers: String) throws {
    let form = try #require(FormFixture.standard)
    let generator = AnswerGenerator(form, seed: 9)
    let start = #"{"profile":"K","# + answers
    let before = try Judged(form, json: start + "}")
    var tried = 0
    for name in generator.names where !answers.contains("\"\(name)\":") {
        let place = try #require(form.questionnaire.place(Array(name.utf8)))
        let isList = form.questionnaire.kinds[place] == .choices
        for code in generator.codes(name) where code == "\"UNK\"" || code == "\"PNS\"" {
            let after = try Judged(form, json: start + ",\"\(name)\":" + (isList ? "[\(code)]" : code) + "}")
            #expect(after.rules.contains(rule) && after.rank <= before.rank, "\(name) \(code)")
            tried += 1
        }
    }
    #expect(tried > 20)
}

@Test(arguments: [
    ("T26", "U4", #""safe_now":"PNS","contact_way":"IN_PERSON_HERE""#),
    ("T26", "U4", #""concerns":["PNS"],"contact_way":"IN_PERSON_HERE""#),
    ("T27", "U3", #""safe_now":"UNK""#),
])
func rulesForChildrenFireForChildrenOnly(rule: String, urgency: String, answers: String) throws {
    let child = try FormFixture.check(#"{"profile":"C","session_ok":true,"# + answers + "}")
    #expect(child.rules == [rule])
    #expect(child.result["urgency"] as? String == urgency)
    #expect(try !FormFixture.check(#"{"profile":"B","# + answers + "}").rules.contains(rule))
}

@Test func everyRuleOfTheDefaultFormIsTried() throws {
    let form = try #require(FormFixture.standard)
    // Those that lift what others gave are tried in DefaultRulesTests.
    let tried = Set(firing.map { $0.rule } + ["T26", "T27", "T28", "T29", "T30", "T32", "T33"])
    #expect(Set(form.triage.rules.map { String(decoding: $0.id, as: UTF8.self) }) == tried)
}

@Test func answersThatWorryNobodyFireNothing() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"Y","concerns":["Q"]}"#)
    #expect(verdict.rules.isEmpty)
    #expect(verdict.checked.urgency == nil)
    #expect(verdict.checked.due == nil)
    #expect(verdict.text.contains(#""urgency":null"#))
    #expect(verdict.hotlines == ["111"])
}

@Test func theMostUrgentRuleDecidesAndAllAreListed() throws {
    let answers = """
        {"profile":"K","concerns":["S0"],"happening":"H24","child_age_est":15,"poc_relation":"FATHER",
         "poc_in_home":"Y","session_ok":true}
        """
    let verdict = try FormFixture.check(answers, language: "en")
    #expect(verdict.checked.urgency == .immediate)
    #expect(verdict.rules == ["T05", "T09", "T10", "T18"])
    #expect(verdict.deadlines.contains("T09 MED_WINDOW_HIV 2026-11-25T10:00:00+07:00"))
    #expect(verdict.deadlines.contains("T09 MED_WINDOW_EC 2026-11-27T10:00:00+07:00"))
    #expect(verdict.deadlines.contains("T05 SEPARATION_END 2026-12-08T10:00:00+07:00"))
    #expect(verdict.deadlines.first == "T10 FORWARD 2026-11-23T10:00:00+07:00")
    #expect(verdict.result["due"] as? String == "2026-11-23T22:00:00+07:00")
    #expect(verdict.destinations == ["COMMUNE", "111", "HEALTH", "POLICE"])
    #expect(verdict.result["urgency_label"] as? String == "Immediate danger")
}

@Test func aPlanIsDueAfterFiveWorkingDays() throws {
    let answers = #"{"profile":"C","session_ok":true,"concerns":["V7"]}"#
    #expect(try FormFixture.check(answers).deadlines.contains("T18 PLAN 2026-11-30T10:00:00+07:00"))
    let saturday = Moment(milliseconds: FormFixture.monday.milliseconds + 5 * 86_400_000)
    #expect(try FormFixture.check(answers, at: saturday).deadlines.contains("T18 PLAN 2026-12-04T10:00:00+07:00"))
}

@Test func onlyTheBirthYear2010IsTreatedAsAChildIn2026() throws {
    let answers = #"{"profile":"K","concerns":["S6"],"child_birth":{"year":2010}}"#
    #expect(try FormFixture.check(answers).rules.contains("T10"))
}

@Test func theNumbersThatFitComeFirst() throws {
    #expect(try FormFixture.check(#"{"hurt_now":"Y"}"#).hotlines == ["115", "111", "113"])
    #expect(try FormFixture.check(#"{"weapon":"Y","profile":"B"}"#).hotlines == ["113", "111", "115"])
}

@Test func nobodyCanTellTheFormItsOwnDerivedFacts() throws {
    let answers = """
        {"profile":"C","session_ok":true,"concerns":["S0"],"child_age_est":12,
         "derived":{"legal_class":"ADULT","age_min":40,"harm_by_carer":false}}
        """
    let verdict = try FormFixture.check(answers)
    #expect(verdict.findings == ["unknown /derived error"])
    #expect(verdict.rules.contains("T10"))
}

@Test func answersThatAreNoObjectAreNeitherTriagedNorAccepted() throws {
    for answers in ["[]", "\"N\"", "null", "7"] {
        let verdict = try FormFixture.check(answers)
        #expect(verdict.findings == ["type  error"])
        #expect(verdict.rules.isEmpty)
    }
}

@Test func whatTriageSaidIsAlsoGivenAlone() throws {
    let verdict = try FormFixture.check(#"{"safe_now":"N"}"#)
    let triage = try JSONDocument(parsing: verdict.checked.triage, limits: .any).root
    #expect(triage["urgency"]?.isText("U1") == true)
    #expect(triage["due"]?.isText("2026-11-23T22:00:00+07:00") == true)
    #expect(triage["rules"]?.count == 1)
    #expect(triage["deadlines"]?.count == 2)
    #expect(triage["destinations"]?.count == 4)
}
