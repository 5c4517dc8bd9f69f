/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    /// Two digits a byte.
    static func text(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return text
    }

    /// The bytes that so many digits stand for; nil for anything else than digits of exactly this many bytes.
    static func bytes(_ text: [UInt8], count: Int) -> [UInt8]? {
        guard text.count == count * 2 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var high: UInt8?
        for letter in text {
            let value: UInt8
            switch letter {
            case 0x30...0x39: value = letter - 0x30
            case 0x61...0x66: value = letter - 0x57
            case 0x41...0x46: value = letter - 0x37
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    /// The digit for a number below 16.
    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 0x30 : value + 0x57
    }
}
