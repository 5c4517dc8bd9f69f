import Testing

@testable import TincayIntake

@Suite struct FactSheetTests {
    /// Whether a text has the nodes that parsing it gives.
    private static func isAsParsed(_ value: JSONValue) throws -> Bool {
        let parsed = try JSONDocument(parsing: Array(value.document.bytes.dropLast(PaddedText.margin)), limits: .any)
        guard parsed.nodes.count == value.document.nodes.count else { return false }
        return (0..<parsed.nodes.count).allSatisfy { index in
            let (one, other) = (parsed.nodes[index], value.document.nodes[index])
            return one.kind == other.kind && one.flag == other.flag && one.start == other.start
                && one.end == other.end && one.next == other.next && one.extent == other.extent
        }
    }

    @Test(arguments: [
        "{}", #"{"a":1}"#, " { \"a\" : [ 1 , {} ] , \"b\\n\" : { \"c\" : null } } ", #"{"a":{"b":{"c":[[],[]]}}}"#,
    ])
    func aSheetIsTheTextThatParsingGives(answers: String) throws {
        let told = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
        var sheet = FactSheet(told, key: FactName("der\"ived"), room: 1)
        #expect(try Self.isAsParsed(sheet.sheet()))
        sheet.note(FactName("least"), Int64.min)
        sheet.note(FactName("none"), 0)
        let early = sheet.sheet()
        #expect(try Self.isAsParsed(early))
        sheet.note(FactName("ê\n"), true)
        sheet.note(FactName(""), false)
        sheet.note(FactName("word"), word: "UNK")
        let late = sheet.sheet()
        #expect(try Self.isAsParsed(late))
        #expect(try Self.isAsParsed(early))
        #expect(early["der\"ived"]?.count == 2)
        #expect(late["der\"ived"]?["least"]?.integer == Int64.min)
        #expect(
            late["der\"ived"]?.json
                == Array(#"{"least":-9223372036854775808,"none":0,"ê\n":true,"":false,"word":"UNK"}"#.utf8))
    }
}
