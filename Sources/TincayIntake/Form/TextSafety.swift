/// Finds strings with characters that do not belong into text: control characters, marks that turn the writing
/// direction, and code points that are no characters.
struct TextSafety {
    /// What was found.
    private(set) var findings: [Finding] = []

    /// Looks at all strings of the answers.
    init(_ answers: JSONValue) {
        look(answers, [])
    }

    /// Looks at a value; goes as deep as the value, which its parser has limited.
    private mutating func look(_ value: JSONValue, _ path: [UInt8]) {
        switch value.kind {
        case .string:
            if !Self.isSafe(value.text ?? []) { note(path) }
        case .array:
            for (position, element) in value.elements.enumerated() {
                look(element, path + JSONPointer.token(Array("\(position)".utf8)))
            }
        case .object:
            for member in value.members {
                let name = member.name.text ?? []
                let inner = path + JSONPointer.token(name)
                if !Self.isSafe(name) { note(inner) }
                look(member.value, inner)
            }
        default: break
        }
    }

    /// Notes a string that is not safe.
    private mutating func note(_ path: [UInt8]) {
        findings.append(Finding(code: .text, path: path, keyword: []))
    }

    /// Whether a text has nothing hidden in it; line breaks and tabs are text.
    static func isSafe(_ text: [UInt8]) -> Bool {
        var scalar: UInt32 = 0
        var left = 0
        for byte in text {
            // The parser has seen to it that this is UTF-8.
            switch byte {
            case 0x80..<0xC0:
                scalar = scalar << 6 | UInt32(byte & 0x3F)
                left -= 1
            case 0xF0...: (scalar, left) = (UInt32(byte & 0x07), 3)
            case 0xE0...: (scalar, left) = (UInt32(byte & 0x0F), 2)
            case 0xC0...: (scalar, left) = (UInt32(byte & 0x1F), 1)
            default: (scalar, left) = (UInt32(byte), 0)
            }
            if left <= 0, !isSafe(scalar) { return false }
        }
        return true
    }

    /// Whether a code point belongs into text.
    private static func isSafe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D: true
        case 0x00..<0x20, 0x7F...0x9F: false
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        case 0xFDD0...0xFDEF: false
        default: scalar & 0xFFFE != 0xFFFE
        }
    }
}
