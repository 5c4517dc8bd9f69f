import Foundation
import Testing

@testable import TincayIntake

/// The parsing suite, which stands beside a full checkout; without it the tests say that they are skipped.
private let suite = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/json-test-suite/test_parsing")

private func files(_ prefix: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: suite.path)) ?? []
    if all.isEmpty { print("SKIPPED: the JSON parsing suite is not at \(suite.path)") }
    return all.filter { $0.hasPrefix(prefix) }.sorted()
}

private func parses(_ bytes: [UInt8]) -> Bool {
    (try? JSONDocument(parsing: bytes, limits: .any)) != nil
}

@Test func everyTextOfTheSuiteThatMustBeAcceptedIs() throws {
    for name in files("y_")
    where name != "y_object_duplicated_key.json" && name != "y_object_duplicated_key_and_value.json" {
        #expect(parses([UInt8](try Data(contentsOf: suite.appendingPathComponent(name)))), "\(name)")
    }
}

@Test func everyTextOfTheSuiteThatMustBeRefusedIs() throws {
    for name in files("n_") {
        #expect(!parses([UInt8](try Data(contentsOf: suite.appendingPathComponent(name)))), "\(name)")
    }
}
