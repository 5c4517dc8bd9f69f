import Foundation
import Testing

@testable import TincayIntake

/// Runs a file of the suite through the formats alone, and gives how many cases passed and which did not.
private func run(_ file: URL) throws -> (passed: Int, failed: [String]) {
    let document = try JSONDocument(parsing: [UInt8](try Data(contentsOf: file)), limits: .any)
    var passed = 0
    var failed: [String] = []
    for group in document.root.elements {
        guard let name = group["schema"]?["format"], let tests = group["tests"] else { continue }
        let format = Format(name)
        for test in tests.elements {
            guard let data = test["data"], let valid = test["valid"]?.boolean else { continue }
            // A format says nothing of what is no string, and an unknown one nothing at all.
            let holds = data.text.flatMap { text in format.map { $0.holds(text) } } ?? true
            if holds == valid {
                passed += 1
            } else {
                failed.append(String(decoding: test["description"]?.text ?? [], as: UTF8.self))
            }
        }
    }
    return (passed, failed)
}

@Test(arguments: ["draft2020-12", "draft7"]) func everyFormatOfTheOfficialSuitePasses(draft: String) throws {
    let folder = SchemaSuite.folder.appendingPathComponent("tests/\(draft)/optional/format")
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    if files.isEmpty { print("SKIPPED: the JSON Schema suite is not at \(folder.path)") }
    for name in files where name.hasSuffix(".json") {
        let result = try run(folder.appendingPathComponent(name))
        print("\(draft) format \(name): \(result.passed)/\(result.passed + result.failed.count)")
        #expect(result.failed.isEmpty, "\(draft) \(name): \(result.failed)")
    }
}

@Test func everyFormatHasItsNameAndNoOtherWordIsOne() throws {
    let names = [
        "date", "time", "date-time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
        "uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "json-pointer",
        "relative-json-pointer", "regex", "vn-phone", "vn-cccd", "vn-commune", "vn-province",
    ]
    for name in names { #expect(try Format.named(name) != nil, "\(name)") }
    for name in ["", "Date", "date ", "phone", "vn-email", "uri_reference"] {
        #expect(try Format.named(name) == nil, "\(name)")
    }
    #expect(Format(try JSONDocument(parsing: Array("12".utf8), limits: .any).root) == nil)
}
