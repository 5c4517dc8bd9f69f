import Foundation
import Testing

@testable import TincayIntake

/// The official suite's folder, which stands beside a full checkout.
private let suite = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/json-schema-test-suite/tests/draft2020-12")

/// Gives each test of a file with its schema; without the suite it says that it is skipped.
private func forEachTest(in file: String, _ check: (JSONValue, _ data: JSONValue, Bool) throws -> Void) throws {
    guard let bytes = try? Data(contentsOf: suite.appendingPathComponent(file)) else {
        print("SKIPPED: \(file) of the official suite is not beside this checkout")
        return
    }
    for group in try JSONDocument(parsing: [UInt8](bytes), limits: .any).root.elements {
        guard let schema = group["schema"], let tests = group["tests"] else { continue }
        for test in tests.elements {
            guard let data = test["data"], let valid = test["valid"]?.boolean else { continue }
            try check(schema, data, valid)
        }
    }
}

@Suite("Patterns of the official suite")
struct PatternSuiteTests {
    @Test(
        "a pattern accepts what the suite says it accepts",
        arguments: ["pattern.json", "optional/ecmascript-regex.json", "optional/non-bmp-regex.json"])
    func verdicts(_ file: String) throws {
        try forEachTest(in: file) { schema, data, valid in
            guard let expression = schema["pattern"]?.text, let text = data.text else { return }
            var room = 100_000
            let pattern = try Pattern(expression, room: &room)
            #expect(pattern.matches(text) == valid, "\(String(decoding: expression, as: UTF8.self))")
        }
    }

    @Test(
        "the pattern of a name is one that is matched",
        arguments: ["patternProperties.json", "optional/ecmascript-regex.json", "optional/non-bmp-regex.json"])
    func names(_ file: String) throws {
        try forEachTest(in: file) { schema, data, valid in
            guard let patterns = schema["patternProperties"], schema["additionalProperties"]?.boolean == false else {
                return
            }
            var known: [Pattern] = []
            for member in patterns.members {
                var room = 100_000
                known.append(try Pattern(member.name.text ?? [], room: &room))
            }
            guard valid else { return }
            for member in data.members {
                #expect(known.contains { $0.matches(member.name.text ?? []) })
            }
        }
    }

    @Test(
        "a text is an expression when the suite says so",
        arguments: ["optional/format/regex.json", "optional/format/ecmascript-regex.json"])
    func expressions(_ file: String) throws {
        try forEachTest(in: file) { _, data, valid in
            guard let text = data.text else { return }
            #expect(Pattern.isExpression(text) == valid, "\(String(decoding: text, as: UTF8.self))")
        }
    }
}
