/// Characters that have no place in what people write.
enum TextCheck {
    /// Whether text has control characters, characters that turn the direction of writing, or noncharacters.
    static func hasForbidden(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains { isForbidden($0.value) }
    }

    /// Whether one character is forbidden; tabs and ends of lines are not.
    private static func isForbidden(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFDD0...0xFDEF: true
        default: scalar & 0xFFFE == 0xFFFE
        }
    }
}
