import Foundation
import Testing

@testable import TincayIntake

/// What a form of a few words finds in answers.
private func findings(_ form: String, _ answers: String) throws -> [String] {
    try FormFixture.check(FormFixture.form(form), answers).findings
}

/// A form whose profile chooses one of two branches.
private let branches = ##"""
    {"type":"object","oneOf":[{"$ref":"#/$defs/child"},
      {"properties":{"p":{"const":"K","title":"Staff"},"officer":{"type":"string"},
        "note":{"type":"string","maxLength":5}},"required":["p","officer"]}],
     "unevaluatedProperties":false,
     "$defs":{"child":{"properties":{"p":{"const":"C"},"wish":{"type":"string"}},"required":["p"]}}}
    """##

@Test func whatFailsInTheChosenBranchIsToldInsideTheBranch() throws {
    #expect(try findings(branches, #"{"p":"C","wish":"w"}"#).isEmpty)
    #expect(try findings(branches, #"{"p":"C","wish":1}"#) == ["type /wish error"])
    #expect(try findings(branches, #"{"p":"K","note":"n"}"#) == ["required /officer error"])
    #expect(
        try findings(branches, #"{"p":"K","note":"123456"}"#) == ["required /officer error", "maxLength /note error"])
    #expect(try findings(branches, #"{"p":"C","officer":"o"}"#) == ["irrelevant /officer error"])
    #expect(try findings(branches, #"{"p":"K","officer":"o","wish":"w"}"#) == ["irrelevant /wish error"])
    #expect(try findings(branches, #"{"p":"K","wish":"w","x":1}"#).contains("irrelevant /wish error"))
    #expect(try findings(branches, #"{"p":"Z"}"#) == ["enum /p error"])
    #expect(try findings(branches, "{}") == ["required /p error"])
    let verdict = try FormFixture.check(FormFixture.form(branches), #"{"p":"C","wish":1}"#)
    let told = try #require((verdict.result["findings"] as? [[String: Any]])?.first)
    #expect(told["keyword"] as? String == "/$defs/child/properties/wish/type")
}

@Test func whatIsMissingInABranchDoesNotHoldUpAnUrgentReport() throws {
    let rule = #"{"id":"T1","when":{"required":["note"]},"urgency":"U1"}"#
    let form = branches.replacing(#""$defs""#, with: #""x-tincay-triage":[\#(rule)],"$defs""#)
    #expect(try findings(form, #"{"p":"K","note":"n"}"#) == ["required /officer warning"])
    #expect(try findings(form, #"{"p":"K","note":"n","wish":"w"}"#).contains("irrelevant /wish error"))
    #expect(try findings(form, #"{"p":"K","note":"n","x":1}"#).contains("unknown /x error"))
}

@Test func anAnswerThatIsNotAskedIsOneFindingWhateverIsInIt() throws {
    let form = """
        {"properties":{"a":{"type":"string"}},"if":{"required":["a"]},
         "else":{"properties":{"g":{"type":"object","properties":{"n":{"type":"integer"}},
           "unevaluatedProperties":false}}},"unevaluatedProperties":false,
         "x-tincay-compare":[{"left":"/g","op":"eq","right":"/a"}]}
        """
    #expect(try findings(form, #"{"a":"x","g":{"n":"no","m":"\u202e"}}"#) == ["irrelevant /g error"])
    #expect(try findings(form, #"{"g":{"n":1,"m":1}}"#) == ["unknown /g/m error"])
    #expect(try findings(form, #"{"a":"x","z":{"\u202e":"\u202e"}}"#) == ["unknown /z error"])
}

@Test func oneDefectOfAValueIsOneFinding() throws {
    let form = """
        {"properties":{"t":{"type":"string","maxLength":3,"pattern":"^a","format":"date"},
          "n":{"type":"integer","maximum":5,"multipleOf":2,"enum":[2,4]},
          "u":{"type":"string","minLength":1,"pattern":"^b"}},
         "required":["q"],"dependentRequired":{"t":["q"]}}
        """
    #expect(try findings(form, #"{"t":"zzzz"}"#) == ["maxLength /t error", "required /q error"])
    #expect(
        try findings(form, #"{"q":1,"t":7,"n":7,"u":""}"#) == ["type /t error", "enum /n error", "pattern /u error"])
    #expect(try findings(form, #"{"q":1,"t":"\u202eabc","n":"x"}"#) == ["text /t error", "type /n error"])
}

@Test func aMissingGroupIsOneFinding() throws {
    let form = """
        {"properties":{"g":{"type":"object","properties":{"a":{},"b":{}},"required":["a","b"]}},"required":["g"]}
        """
    #expect(try findings(form, "{}") == ["required /g error"])
    #expect(try findings(form, #"{"g":{}}"#) == ["required /g/a error", "required /g/b error"])
    #expect(try findings(form, #"{"g":7}"#) == ["type /g error"])
}

@Test func findingsStandInTheOrderOfTheQuestions() throws {
    let form = """
        {"properties":{"c":{"type":"string"},"b":{"type":"array","items":{"type":"integer"}},"a":{"type":"string"}},
         "x-tincay-order":["a","b","c"],"unevaluatedProperties":false,"minProperties":9}
        """
    #expect(
        try findings(form, #"{"z":1,"c":1,"b":[1,"x","y","z","x","x","x","x","x","x","x"],"a":2}"#).prefix(4) == [
            "minProperties  error", "type /a error", "type /b/1 error", "type /b/2 error",
        ])
    #expect(try findings(form, #"{"z":1,"c":1,"a":2}"#).suffix(2) == ["type /c error", "unknown /z error"])
}

@Test func aMemberThatIsForbiddenNowIsIrrelevant() throws {
    let form = """
        {"properties":{"anon":{"type":"boolean"},"name":{"type":"string"},"phone":{"type":"string"}},
         "if":{"properties":{"anon":{"const":true}},"required":["anon"]},
         "then":{"properties":{"name":false},"not":{"anyOf":[{"required":["phone"]}]}}}
        """
    #expect(
        try findings(form, #"{"anon":true,"name":"n","phone":"p"}"#) == [
            "irrelevant /name error", "irrelevant /phone error",
        ])
    #expect(try findings(form, #"{"anon":false,"name":"n","phone":"p"}"#).isEmpty)
}

@Test func refiningNeverChangesTheVerdict() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 41)
    let values = [
        "1", "true", "[]", "{}", "\"Y\"", "\"N\"", "\"C\"", "[\"V\",\"V\"]", "{\"year\":1}", "null", "\"\\u202e\"",
        "26",
    ]
    for _ in 0..<300 {
        var members: [String] = []
        for question in form.questionnaire.questions where Int.random(in: 0..<3, using: &random) == 0 {
            let value = values.randomElement(using: &random) ?? "1"
            members.append("\"\(String(decoding: question.name, as: UTF8.self))\":\(value)")
        }
        let json = "{" + members.joined(separator: ",") + "}"
        let answers = try JSONDocument(parsing: Array(json.utf8), limits: .report).root
        let now = Moment(milliseconds: 1_795_478_400_000)
        let facts = form.triage.derivation.facts(answers, form.conditions, at: now)
        var judge = ConditionJudge(form.conditions, facts)
        let findings = form.findings(answers, facts, &judge, at: now) { _ in nil }
        let accepted = form.program.accepts(answers) && TextSafety(answers).findings.isEmpty
        #expect(!findings.contains { $0.severity == .error } || !accepted || findings.contains { $0.code == .compare })
        #expect(accepted || findings.contains { $0.severity == .error })
        let raw = form.program.findings(answers) + TextSafety(answers).findings
        let urgent = form.findings(answers, facts, &judge, at: now) { _ in .immediate }
            .filter { $0.code != .compare }
        let blocked = raw.contains { form.golden.soften($0, answers).severity == .error }
        #expect(blocked == urgent.contains { $0.severity == .error }, "\(json)")
        let keys = findings.map { String(decoding: $0.path, as: UTF8.self) }
        #expect(Set(keys).count == keys.count, "\(keys)")
    }
}

@Test func oneOfSeveralThatIsMissingIsAskedForAtTheFirst() throws {
    let form = try FormFixture.form(
        #"{"properties":{"b":{},"a":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}"#)
    #expect(try FormFixture.check(form, "{}").findings == ["required /a error"])
    #expect(try FormFixture.check(form, #"{"b":1}"#).accepted)
    func required(_ answers: String) throws -> Int {
        let json = try form.state(Array(answers.utf8), profile: nil, language: nil)
        return String(decoding: json, as: UTF8.self).components(separatedBy: #""required":true"#).count - 1
    }
    #expect(try required("{}") == 1)
    #expect(try required(#"{"b":1}"#) == 0)
}
