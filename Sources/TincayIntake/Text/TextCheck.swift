/// Characters that have no place in what people write.
enum TextCheck {
    /// Whether text has control characters, characters that turn the direction of writing, or noncharacters.
    static func hasForbidden(_ text: [UInt8]) -> Bool {
        // SAFETY: the buffer is only read inside.
        unsafe text.withUnsafeBufferPointer { unsafe hasForbidden($0) }
    }

    /// Whether text, which the JSON parser has seen to be UTF-8, has such characters.
    static func hasForbidden(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < text.count {
            let first = unsafe text[position]
            switch first {
            case 0x20..<0x7F, 0x09, 0x0A, 0x0D: position += 1
            case ..<0x80: return true
            // The leads of every character that is forbidden; all others are passed over by their length.
            case 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...:
                let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
                for offset in 1..<length where position + offset < text.count {
                    scalar = scalar << 6 | UInt32(unsafe text[position + offset] & 0x3F)
                }
                if isForbidden(scalar) { return true }
                position += length
            case 0xE0...: position += 3
            case 0xC0...: position += 2
            default: position += 1
            }
        }
        return false
    }

    /// Whether a JSON text may have such characters at all: it has escapes, or bytes with which they begin.
    ///
    /// Control characters that stand there as they are, the parser has refused already.
    static func mayHaveForbidden(_ text: PaddedText) -> Bool {
        func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
        var position = 0
        while position < text.count {
            let block = text.block(at: position)
            let found =
                (block .== all(0x5C)) .| (block .== all(0x7F)) .| (block .== all(0xC2)) .| (block .== all(0xD8))
                .| (block .== all(0xE2)) .| (block .>= all(0xEF))
            // SAFETY: a mask of sixteen lanes is sixteen bytes.
            let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
            guard words[0] | words[1] == 0 else { return true }
            position &+= 16
        }
        return false
    }

    /// Whether text has nothing but the characters of ASCII that can be seen, and spaces.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var position = 0
        // SAFETY: each load ends inside the text.
        while position <= text.count - 8 {
            let word = unsafe UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // Bytes above 126 have their highest bit set, or get it; those below 32 lack the bits of 96.
            guard (word | word &+ ones) & highs == 0, (word | word << 1) & (ones &* 0x40) == ones &* 0x40 else {
                return false
            }
            position += 8
        }
        while position < text.count {
            let byte = unsafe text[position]
            guard byte >= 0x20, byte < 0x7F else { return false }
            position += 1
        }
        return true
    }

    /// Whether one character outside ASCII is forbidden.
    private static func isForbidden(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFDD0...0xFDEF: true
        default: scalar & 0xFFFE == 0xFFFE
        }
    }
}
