/// Characters that have no place in what people write.
enum TextCheck {
    /// Whether text has control characters, characters that turn the direction of writing, or noncharacters.
    static func hasForbidden(_ text: [UInt8]) -> Bool {
        var scalar: UInt32 = 0
        var left = 0
        for byte in text {
            // The JSON parser has seen to it that this is UTF-8.
            switch byte {
            case 0x80..<0xC0:
                scalar = scalar << 6 | UInt32(byte & 0x3F)
                left -= 1
            case 0xF0...: (scalar, left) = (UInt32(byte & 0x07), 3)
            case 0xE0...: (scalar, left) = (UInt32(byte & 0x0F), 2)
            case 0xC0...: (scalar, left) = (UInt32(byte & 0x1F), 1)
            default: (scalar, left) = (UInt32(byte), 0)
            }
            if left <= 0, isForbidden(scalar) { return true }
        }
        return false
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
