import Testing

@testable import TincayIntake

@Test func theDefaultFormNamesItself() throws {
    let form = try #require(FormFixture.standard)
    #expect(form.id == Array("vn-cp-intake".utf8))
    #expect(form.version == Array("1".utf8))
    #expect(form.source == FormFixture.json)
}

@Test(arguments: ["weapon", "concern_main", "observed_signs", "poc_text", "csg", "m01_class"])
func aChildIsNeverAskedWhatIsForGrownUps(name: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"Y",""# + name + #"":"Y"}"#)
    #expect(verdict.findings == ["irrelevant /\(name) error"])
    #expect(!verdict.accepted)
}

@Test(arguments: ["S1", "X4", "T1", "J"])
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

@Test func somebodyAnonymousLeavesNoTelephoneNumber() throws {
    let answers = """
        {"profile":"B","session_ok":true,"safe_now":"Y","about":"OTHER_CHILD","concerns":["E"],
         "reporter_kind":"NEIGHBOUR","anonymous":true,"reporter_phone":"0912345678"}
        """
    let verdict = try FormFixture.check(answers)
    #expect(!verdict.accepted)
    #expect(verdict.findings == ["irrelevant /reporter_phone error"])
    #expect(verdict.checked.sections.isEmpty)
}

@Test func notKnownStandsAlone() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"concerns":["PNS","E"]}"#, language: "en")
    #expect(verdict.findings == ["maxItems /concerns error"])
    #expect(verdict.messages == ["“Not known”, “prefers not to say” and “none” stand alone."])
}

@Test func theMainConcernIsOneOfTheConcerns() throws {
    let answers = """
        {"profile":"B","session_ok":true,"safe_now":"Y","about":"OTHER_CHILD","concerns":["E","D"],
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
        var schemas = definition.value["oneOf"]?.elements.map { $0 } ?? []
        if definition.value["x-tincay-section"] != nil { schemas.append(definition.value) }
        for schema in schemas {
            #expect(schema["x-tincay-i18n"]?["vi"]?["label"]?.text?.isEmpty == false)
            #expect(schema["x-tincay-i18n"]?["en"]?["label"]?.text?.isEmpty == false)
            labelled += 1
        }
    }
    #expect(labelled > 300)
}
