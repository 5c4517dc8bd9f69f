import Glibc
import TincayIntake

/// Compiles a schema, and asks it about a value in both ways.
enum SchemaFuzzer {
    /// Tries a schema on a value, both in JSON.
    static func run(schema: [UInt8], instance: [UInt8]) {
        guard let document = try? JSONDocument(parsing: schema, limits: .form),
            let program = try? SchemaProgram(compiling: document),
            let value = try? JSONDocument(parsing: instance.isEmpty ? Array("{}".utf8) : instance, limits: .report)
        else { return }
        let accepted = program.accepts(value.root)
        let findings = program.findings(value.root)
        // A walk that gives up is told as a finding; nothing else may differ.
        if accepted != findings.isEmpty, !findings.contains(where: { $0.code == .depth || $0.code == .limit }) {
            abort()
        }
        for finding in findings {
            guard (try? JSONDocument(parsing: finding.parameters, limits: .any)) != nil else { abort() }
            _ = (finding.path, finding.keyword)
        }
    }

    /// Tries a schema of one keyword, whose value is a text, on a text.
    static func run(keyword: StaticString, value: [UInt8], text: [UInt8]) {
        guard isText(value), isText(text) else { return }
        var schema = JSONWriter()
        schema.beginObject()
        schema.name(keyword)
        schema.text(value)
        schema.endObject()
        var instance = JSONWriter()
        instance.text(text)
        run(schema: schema.bytes, instance: instance.bytes)
    }

    /// Whether bytes are UTF-8, which a writer of JSON is only ever given.
    private static func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
