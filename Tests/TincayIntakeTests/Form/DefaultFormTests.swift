import Testing

@testable import TincayIntake

@Test func theDefaultFormNamesItself() throws {
    let form = try #require(FormFixture.standard)
    #expect(form.id == Array("vn-cp-intake".utf8))
    #expect(form.version == Array("2".utf8))
    #expect(form.source == FormFixture.json)
}

/// What the table of the fields keeps from a child's report.
private let notForChildren = [
    "weapon", "concern_main", "observed_signs", "incident_detail", "poc_text", "work_facts", "injury_facts",
    "early_facts", "dv_facts", "child_ethnic", "csg", "function_short", "disability_papers", "child_id", "father",
    "mother", "family_situation", "carer", "poverty", "em_area", "reporter_name", "reporter_phone", "reporter_addr",
    "first_hand", "m01_class", "likely_consequence", "prior_actions", "prior_action_kinds", "m02", "services",
    "placement", "urgency_final", "override_reason", "officer", "school_content", "duplicates", "reported_before",
]

/// What it keeps from a bystander's.
private let notForBystanders = [
    "child_birth", "child_ethnic", "csg", "function_short", "child_id", "child_wish", "assent_share", "dv_facts",
    "m01_class", "likely_consequence", "m02", "services", "placement", "urgency_final", "officer", "school_content",
    "duplicates", "reported_before", "poverty",
]

@Test(arguments: notForChildren)
func aChildIsNeverAskedWhatIsForGrownUps(name: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"Y",""# + name + #"":"Y"}"#)
    #expect(verdict.findings == ["irrelevant /\(name) error"])
    #expect(!verdict.accepted)
}

@Test(arguments: notForBystanders)
func aBystanderIsNeverAskedWhatTheChildOrACounsellorSays(name: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"B","session_ok":true,"safe_now":"N",""# + name + #"":"Y"}"#)
    #expect(verdict.findings == ["irrelevant /\(name) error"])
}

@Test(arguments: ["S1", "S2", "S3", "S4", "S5", "X4", "T1", "J"])
func onlyACounsellorUsesProfessionalCodes(code: String) throws {
    for profile in ["C", "B"] {
        let verdict = try FormFixture.check(
            #"{"profile":"\#(profile)","session_ok":true,"safe_now":"N","concerns":["\#(code)"]}"#)
        #expect(verdict.findings == ["enum /concerns/0 error"])
    }
    let verdict = try FormFixture.check(
        #"{"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{},"concerns":["\#(code)"]}"#)
    #expect(verdict.findings.isEmpty)
}

@Test func whatTouchesAChildBecomesAnUnclassifiedConcern() throws {
    let state = try FormFixture.state("{}", profile: "C", language: "vi")
    let questions = try #require(state["questions"] as? [[String: Any]])
    let choices = try #require(questions.first { $0["id"] as? String == "concerns" }?["choices"] as? [[String: Any]])
    let codes = choices.compactMap { $0["value"] as? String }
    #expect(codes.contains("S0"))
    #expect(!codes.contains("S"))
    #expect(choices.first?["label"] as? String == "Có người đánh em")
}

@Test func somebodyAnonymousLeavesNoTelephoneNumber() throws {
    let answers = """
        {"profile":"B","lang":"vi","session_ok":true,"safe_now":"Y","about":"OTHER_CHILD","concerns":["E"],
         "reporter_kind":"NEIGHBOUR","anonymous":true,"reporter_phone":"0912345678"}
        """
    let verdict = try FormFixture.check(answers)
    #expect(!verdict.accepted)
    #expect(verdict.findings == ["irrelevant /reporter_phone error"])
    #expect(verdict.checked.sections.isEmpty)
}

@Test func notKnownStandsAlone() throws {
    let answers = #"{"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{},"concerns":["PNS","E"]}"#
    let verdict = try FormFixture.check(answers, language: "en")
    #expect(verdict.findings == ["maxItems /concerns warning"])
    #expect(verdict.messages == ["“Not known”, “prefers not to say” and “none” stand alone."])
    let child = try FormFixture.check(#"{"profile":"C","session_ok":true,"concerns":["PNS","E"]}"#)
    #expect(child.findings == ["maxItems /concerns error"])
}

@Test func theMainConcernIsOneOfTheConcerns() throws {
    let answers = """
        {"profile":"B","lang":"vi","session_ok":true,"safe_now":"Y","about":"OTHER_CHILD","concerns":["E","D"],
         "reporter_kind":"KIN","anonymous":true,"concern_main":"V"}
        """
    let verdict = try FormFixture.check(answers, language: "en")
    #expect(verdict.findings == ["compare /concern_main error"])
    #expect(verdict.messages == ["The main concern has to be one of those chosen."])
}

@Test func aBirthDateMayBeJustAYear() throws {
    let start = #"{"profile":"C","session_ok":true,"safe_now":"N","child_birth":"#
    #expect(try FormFixture.check(start + #"{"year":2015}}"#).findings.isEmpty)
    #expect(try FormFixture.check(start + #"{"year":2015,"month":2}}"#).findings.isEmpty)
    #expect(
        try FormFixture.check(start + #"{"year":2015,"day":2}}"#).findings == [
            "dependentRequired /child_birth/month warning"
        ])
    #expect(
        try FormFixture.check(start + #"{"month":2}}"#).findings == ["required /child_birth/year warning"])
}

/// A counsellor's report that lacks nothing, with some answers more or others instead.
private func counsellors(_ more: String) -> String {
    """
    {"profile":"K","lang":"vi","channel":"COUNTER","session_ok":true,"assisted_by":"STAFF","private_space":"Y",
     "safe_now":"Y","hurt_now":"N","danger_reach":"N","happening":"M3","about":"OTHER_CHILD","narrative":"Mười chữ đây.",
     "narrative_source":"OBSERVED","incident_commune":"UNK","age_basis":"UNK","child_sex":"U","living_with":"UNK",
     "reporter_kind":"COLLAB","anonymous":true,"first_hand":"SAW","needs":["INFO"],"contact_way":"NONE",
     "assent_share":["NONE"],"m01_class":"SPECIAL","likely_consequence":"?","prior_actions":"-",
     "receiving_body":{"place":"RCV-COMMUNE"},"officer":"A","urgency_final":"U5",\(more)}
    """
}

@Test func aCounsellorsReportIsCompleteByTheTable() throws {
    #expect(try FormFixture.check(counsellors(#""concerns":["E1"]"#)).findings.isEmpty)
    let lacking = [
        (#""concerns":["E1","D1"]"#, "/concern_main"), (#""concerns":["X5"]"#, "/work_facts"),
        (#""concerns":["I3"]"#, "/injury_facts"),
        (#""concerns":["E1"],"intake_point":{"kind":"NODE-SCHOOL"}"#, "/school_content"),
        (#""concerns":["E1"],"urgency_auto":"U3""#, "/override_reason"),
    ]
    for (more, missing) in lacking {
        #expect(try FormFixture.check(counsellors(more)).findings == ["required \(missing) error"])
    }
    #expect(
        try FormFixture.check(counsellors(#""concerns":["E1"],"poc_relation":"KIN""#)).findings.first
            == "enum /poc_relation error")
    #expect(
        try FormFixture.check(counsellors(#""concerns":["E1"],"poc_relation":"NEIGHBOUR""#)).findings == [
            "dependentRequired /poc_in_home error"
        ])
}

@Test func onlyAReportAboutAChildHasAClassOfTheChild() throws {
    let without = counsellors(#""concerns":["E1"]"#).replacing(#""m01_class":"SPECIAL","#, with: "")
    #expect(try FormFixture.check(without).findings == ["required /m01_class error"])
    for about in ["PLACE", "OPINION"] {
        let other = without.replacing(#""about":"OTHER_CHILD""#, with: #""about":"\#(about)""#)
        #expect(try FormFixture.check(other).findings.isEmpty)
    }
}

@Test func whoLowersImmediateDangerNeedsASecondPerson() throws {
    let lowered = counsellors(#""concerns":["E1"],"urgency_auto":"U1","override_reason":"Đã xác minh lại.""#)
    #expect(try FormFixture.check(lowered).findings == ["required /second_officer error"])
    let agreed = lowered.dropLast() + #","second_officer":"B"}"#
    #expect(try FormFixture.check(String(agreed)).findings.isEmpty)
    #expect(try FormFixture.check(counsellors(#""concerns":["E1"],"urgency_auto":"U0""#)).findings.isEmpty)
}

@Test func aReportHasAtMostTwentyChildren() throws {
    let more = Array(repeating: #"{"age_est":9}"#, count: 20).joined(separator: ",")
    let answers = counsellors(#""concerns":["E1"],"other_children":[\#(more)]"#)
        .replacing(#""about":"OTHER_CHILD""#, with: #""about":"SEVERAL""#)
    #expect(try FormFixture.check(answers).findings == ["maxItems /other_children error"])
}

@Test func anEthnicGroupIsATextOfTwoDigits() throws {
    #expect(try FormFixture.check(counsellors(#""concerns":["E1"],"child_ethnic":"25""#)).findings.isEmpty)
    for wrong in [#""1""#, "1", #""00""#, #""56""#] {
        let verdict = try FormFixture.check(counsellors(#""concerns":["E1"],"child_ethnic":\#(wrong)"#))
        #expect(verdict.findings.count == 1)
        #expect(!verdict.accepted)
    }
}

@Test func everyRuleAndDeadlineNamesItsSourceAndWhetherItWasVerified() throws {
    let document = try JSONDocument(parsing: FormFixture.json, limits: .form)
    for rule in try #require(document.root["x-tincay-triage"]).elements {
        #expect(rule["source"]?.text?.isEmpty == false)
        #expect(rule["verified"]?.boolean != nil)
        for deadline in try #require(rule["deadlines"]).elements {
            #expect(deadline["source"]?.text?.isEmpty == false)
            #expect(deadline["verified"]?.boolean != nil)
        }
    }
    for hotline in try #require(document.root["x-tincay-hotlines"]).elements {
        #expect(hotline["source"]?.text?.isEmpty == false)
        #expect(hotline["verified"] != nil)
    }
}

@Test func everyQuestionAndChoiceIsLabelledInVietnameseAndEnglish() throws {
    let document = try JSONDocument(parsing: FormFixture.json, limits: .form)
    var labelled = 0
    for definition in try #require(document.root["$defs"]).members {
        var schemas = definition.value["oneOf"]?.elements.filter { $0["const"] != nil } ?? []
        if definition.value["x-tincay-section"] != nil { schemas.append(definition.value) }
        for schema in schemas {
            #expect(schema["x-tincay-i18n"]?["vi"]?["label"]?.text?.isEmpty == false)
            #expect(schema["x-tincay-i18n"]?["en"]?["label"]?.text?.isEmpty == false)
            labelled += 1
        }
    }
    #expect(labelled > 300)
}
