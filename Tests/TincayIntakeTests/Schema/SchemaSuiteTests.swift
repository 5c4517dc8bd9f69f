import Testing

@testable import TincayIntake

@Test(arguments: [
    ("draft2020-12", Dialect.draft2020, false), ("draft2020-12/optional", .draft2020, false),
    ("draft2020-12/optional/format", .draft2020, true), ("draft7", .draft7, false),
    ("draft7/optional", .draft7, false), ("draft7/optional/format", .draft7, true),
])
func theOfficialSuitePasses(path: String, dialect: Dialect, assertsFormat: Bool) throws {
    let outcome = try SchemaSuite.run(path, dialect: dialect, assertsFormat: assertsFormat)
    print("JSON Schema suite, \(path): \(outcome.passed) of \(outcome.passed + outcome.failed.count) cases")
    #expect(outcome.failed.isEmpty, "\(outcome.failed.joined(separator: "\n"))")
}

@Test func aSchemaThatDoublesWithEveryLevelIsAnAnswerAndNeverAccepts() throws {
    // Forty levels, each of which asks the next one twice.
    let levels = (0..<40).map { level in
        let next = ##"{"$ref":"#/$defs/l\##(level + 1)"}"##
        return ##""l\##(level)":{"allOf":[\##(next),\##(next)]}"##
    }
    let all = levels.joined(separator: ",")
    let schema = ##"{"not":{"not":{"$ref":"#/$defs/l0"}},"$defs":{\##(all),"l40":{"type":"object"}}}"##
    let program = try SchemaProgram(compiling: JSONDocument(parsing: Array(schema.utf8), limits: .form))
    let answers = try JSONDocument(parsing: Array("{}".utf8), limits: .report)
    #expect(!program.accepts(answers.root))
    #expect(program.accepts(answers.root, undecided: true))
    #expect(program.findings(answers.root).contains { $0.code == .limit })
}
