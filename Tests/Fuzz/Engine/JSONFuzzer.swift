import Glibc
import TincayIntake

/// Parses, and reads every value that was found.
enum JSONFuzzer {
    /// Tries the parser on a text.
    static func run(_ text: [UInt8]) {
        guard let document = try? JSONDocument(parsing: text, limits: .report) else { return }
        walk(document.root)
    }

    /// Reads a value and what it holds; a text that is written again is the same text.
    private static func walk(_ value: JSONValue) {
        _ = (value.integer, value.boolean, value.pointer)
        if let text = value.text {
            var writer = JSONWriter()
            writer.text(text)
            guard let again = try? JSONDocument(parsing: writer.bytes, limits: .any), again.root.text == text else {
                abort()
            }
        }
        var count = 0
        for member in value.members {
            count += 1
            guard let name = member.name.text, let found = value.member(name), found.source == member.value.source
            else {
                abort()
            }
            walk(member.value)
        }
        for element in value.elements {
            count += 1
            walk(element)
        }
        if value.kind == .object || value.kind == .array, count != value.count { abort() }
    }
}
