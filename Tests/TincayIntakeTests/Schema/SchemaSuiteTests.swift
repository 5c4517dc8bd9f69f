import Foundation
import Testing

@testable import TincayIntake

/// The official suite, which stands beside a full checkout; without it the test says that it is skipped.
private let suite = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/json-schema-test-suite/tests/draft2020-12")

/// Cases that ask for documents from elsewhere, which nothing here ever fetches.
private let beyond: Set<String> = ["refRemote.json", "vocabulary.json"]

/// Runs a file of the suite and gives how many cases passed and which did not.
private func run(_ file: URL, assertsFormat: Bool) throws -> (passed: Int, failed: [String], refused: [String]) {
    let document = try JSONDocument(parsing: [UInt8](try Data(contentsOf: file)), limits: .any)
    var passed = 0
    var failed: [String] = []
    var refused: [String] = []
    for group in document.root.elements {
        guard let schema = group["schema"], let tests = group["tests"] else { continue }
        let name = String(decoding: group["description"]?.text ?? [], as: UTF8.self)
        let program: SchemaProgram
        do {
            let own = try JSONDocument(parsing: schema.json, limits: .form)
            program = try SchemaProgram(compiling: own, assertsFormat: assertsFormat)
        } catch {
            refused.append(name)
            continue
        }
        for test in tests.elements {
            guard let data = test["data"], let valid = test["valid"]?.boolean else { continue }
            let found = program.findings(data).isEmpty
            if program.accepts(data) == valid, found == valid {
                passed += 1
            } else {
                failed.append("\(name): \(String(decoding: test["description"]?.text ?? [], as: UTF8.self))")
            }
        }
    }
    return (passed, failed, refused)
}

@Test func theOfficialSuitePassesWithoutWhatIsBeyondOneDocument() throws {
    let files =
        (try? FileManager.default.contentsOfDirectory(atPath: suite.path))?.filter { $0.hasSuffix(".json") } ?? []
    if files.isEmpty { print("SKIPPED: the JSON Schema suite is not at \(suite.path)") }
    var passed = 0
    for name in files.sorted() where !beyond.contains(name) {
        let result = try run(suite.appendingPathComponent(name), assertsFormat: false)
        passed += result.passed
        if !result.refused.isEmpty { print("refused in \(name): \(result.refused)") }
        #expect(result.failed.isEmpty, "\(name): \(result.failed)")
    }
    print("JSON Schema suite: \(passed) cases passed")
}

@Test(arguments: ["date.json", "date-time.json"]) func theAssertedFormatsPassTheSuite(name: String) throws {
    let file = suite.appendingPathComponent("optional/format/\(name)")
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let result = try run(file, assertsFormat: true)
    #expect(result.failed.isEmpty, "\(name): \(result.failed)")
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
    #expect(program.findings(answers.root).contains { $0.code == .depth })
}
