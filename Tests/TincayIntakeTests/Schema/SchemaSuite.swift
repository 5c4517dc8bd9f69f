import Foundation

@testable import TincayIntake

/// The official suite, which stands beside a full checkout.
enum SchemaSuite {
    /// What came out of some of its files.
    struct Outcome {
        /// How many cases came out as they should.
        var passed = 0
        /// The others by name, and the schemas that were refused.
        var failed: [String] = []
    }

    /// Where the suite is.
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/json-schema-test-suite")

    /// The documents that its schemas refer to.
    static let remotes: [(address: [UInt8], document: JSONDocument)] = {
        let root = folder.appendingPathComponent("remotes")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".json") }.compactMap { name in
            guard let data = try? Data(contentsOf: root.appendingPathComponent(name)),
                let document = try? JSONDocument(parsing: [UInt8](data), limits: .any)
            else { return nil }
            return (Array("http://localhost:1234/\(name)".utf8), document)
        }
    }()

    /// The files of a folder of the suite; none where the suite is not there.
    static func files(_ path: String) -> [URL] {
        let place = folder.appendingPathComponent("tests/\(path)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        if names.isEmpty { print("SKIPPED: the JSON Schema suite is not at \(place.path)") }
        return names.filter { $0.hasSuffix(".json") }.sorted().map { place.appendingPathComponent($0) }
    }

    /// Runs all files of a folder.
    static func run(_ path: String, dialect: Dialect, assertsFormat: Bool) throws -> Outcome {
        var outcome = Outcome()
        for file in files(path) {
            try run(file, SchemaOptions(dialect: dialect, assertsFormat: assertsFormat, documents: remotes), &outcome)
        }
        return outcome
    }

    /// Runs one file; the findings and the verdict have to agree too.
    private static func run(_ file: URL, _ options: SchemaOptions, _ outcome: inout Outcome) throws {
        let document = try JSONDocument(parsing: [UInt8](try Data(contentsOf: file)), limits: .any)
        for group in document.root.elements {
            guard let schema = group["schema"], let tests = group["tests"] else { continue }
            let name = "\(file.lastPathComponent): \(String(decoding: group["description"]?.text ?? [], as: UTF8.self))"
            let program: SchemaProgram
            do {
                program = try SchemaProgram(
                    compiling: JSONDocument(parsing: schema.json, limits: .form), options: options)
            } catch {
                outcome.failed.append("\(name): refused \(error)")
                continue
            }
            for test in tests.elements {
                guard let data = test["data"], let valid = test["valid"]?.boolean else { continue }
                if program.accepts(data) == valid, program.findings(data).isEmpty == valid {
                    outcome.passed += 1
                } else {
                    outcome.failed.append(
                        "\(name): \(String(decoding: test["description"]?.text ?? [], as: UTF8.self))")
                }
            }
        }
    }
}
