import Testing

@testable import TincayIntake

/// Answers in order, and each change as "path steps"; nil when there is nothing to do.
private func normalize(
    _ answers: String, _ kinds: [String: NormalizationKind] = [:]
) throws -> (json: String, changes: [String])? {
    let root = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
    let pairs = kinds.map { (Array($0.key.utf8), $0.value) }
    let normalizer = AnswerNormalizer(kinds: Dictionary(uniqueKeysWithValues: pairs))
    return normalizer.normalize(root).map { result in
        let changes = result.changes.map { change -> String in
            var writer = JSONWriter()
            change.steps.write(&writer)
            return String(decoding: change.path + [0x20] + writer.bytes, as: UTF8.self)
        }
        return (String(decoding: result.json, as: UTF8.self), changes)
    }
}

@Test(arguments: [
    "{}", "[]", "\"a\"", "12", #"{"name":"Nguyễn Văn A","age":12,"list":["a","b"],"in":{"x":null}}"#,
    #"{ "spaces outside" :  1.50e1 , "x":true}"#, #"{"  name ":"a"}"#, #"{"a":"x\/y\"z\\"}"#,
])
func answersInOrderAreLeftAlone(answers: String) throws {
    #expect(try normalize(answers) == nil)
}

@Test func onlyTheTextsOfAnswersChange() throws {
    let answers = #" { "  na  me ": " a\tb ", "n": 1.50E+1, "list": ["x", " y", {"~/": "e\u0301"}], "ok": "ê" } "#
    let result = try #require(try normalize(answers))
    #expect(
        Array(result.json.utf8)
            == Array(#"{ "  na  me ": "a b", "n": 1.50E+1, "list": ["x", "y", {"~/": "é"}], "ok": "ê" }"#.utf8))
    #expect(
        result.changes == [
            #"/  na  me  ["space","trim"]"#, #"/list/1 ["trim"]"#, #"/list/2/~0~1 ["nfc"]"#,
        ])
    #expect(try normalize(result.json) == nil)
}

@Test func eachQuestionSaysHow() throws {
    let answers =
        #"{"phone":"0912.345.678","story":" a  b ","id":"077 310 123456","way":{"to":"113 ","who":" Lan"},"#
        + #""calls":["0912345678","111"],"rows":[{"to":"02543851234"},{"to":"x"}],"raw":" \u00e9 ","story2":"a\n b"}"#
    let result = try #require(
        try normalize(
            answers,
            [
                "/phone": .phone, "/story": .narrative, "/id": .digits, "/way/to": .phone, "/calls": .phone,
                "/rows/to": .phone, "/raw": .none,
            ]))
    #expect(
        result.json
            == #"{"phone":"+84912345678","story":" a  b ","id":"077310123456","way":{"to":"113","who":"Lan"},"#
            + #""calls":["+84912345678","111"],"rows":[{"to":"+842543851234"},{"to":"x"}],"raw":" \u00e9 ","story2":"a\nb"}"#
    )
    #expect(result.changes.count == 7)
    #expect(result.changes.contains(#"/rows/0/to ["phone"]"#))
    #expect(result.changes.contains(#"/calls/0 ["phone"]"#))
}

@Test func namesWithSlashesAndTildesAreFound() throws {
    #expect(try normalize(#"{"a/b~c":" x"}"#, ["/a~1b~0c": .none]) == nil)
}

@Test func manyChangesAreAllMadeAndNotAllTold() throws {
    let name = String(repeating: "n", count: 1_000)
    let answers = "{\"\(name)\":[" + Array(repeating: "\" x\"", count: 5_000).joined(separator: ",") + "]}"
    let result = try #require(try normalize(answers))
    #expect(!result.json.contains(" "))
    #expect(result.changes.count > 50 && result.changes.count <= 1_000)
}

@Test func answersArePutInOrderOnce() throws {
    var generator = SeededGenerator(seed: 63)
    let pieces = [
        "\"", "a", " ", "é", "e\u{301}", "\\n", "\\u00a0", "\u{200B}", "09", "１", ",", ":", "[", "]", "{", "}", "1",
    ]
    for _ in 0..<20_000 {
        let text = (0..<Int.random(in: 2...12, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
        for answers in ["[\"\(text)\"]", "{\"a\":[\(text)]}", "{\"a\":\"\(text)\",\"b\":{\"c\":\"\(text)\"}}"] {
            guard let result = try? normalize(answers, ["/b/c": .phone]) else { continue }
            #expect(try normalize(result.json, ["/b/c": .phone]) == nil)
            #expect(result.json.utf8.count <= 3 * answers.utf8.count)
        }
    }
}
