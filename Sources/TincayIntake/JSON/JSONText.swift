/// The characters of a JSON text: its UTF-8, and the escapes inside its strings.
enum JSONText {
    /// Refuses bytes that are not UTF-8 as RFC 3629 defines it: overlong forms, surrogates, beyond U+10FFFF.
    static func check(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var position = 0
        while position < text.count {
            let byte = unsafe text[position]
            if byte < 0x80 {
                position += 1
                unsafe skipASCII(text, &position)
                continue
            }
            let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            guard length > 0, length <= text.count - position else { throw .notUTF8 }
            for offset in 1..<length where unsafe text[position + offset] & 0xC0 != 0x80 {
                throw .notUTF8
            }
            let second = unsafe text[position + 1]
            switch byte {
            case 0xE0 where second < 0xA0, 0xED where second > 0x9F: throw .notUTF8
            case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: throw .notUTF8
            default: position += length
            }
        }
    }

    /// Moves over ASCII, eight bytes at a time.
    @inline(__always) private static func skipASCII(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let bytes = UnsafeRawBufferPointer(text)
        // SAFETY: each load ends inside the text.
        while position <= text.count - 8 {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
            guard high == 0 else {
                position += high.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
    }

    /// Moves to the next byte that ends a string's plain text: a quotation mark, a backslash or a control character.
    @inline(__always) static func skipPlain(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let bytes = UnsafeRawBufferPointer(text)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        // SAFETY: each load ends inside the text.
        while position <= text.count - 8 {
            let word = UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // A byte is found when subtracting borrows from it; bytes above 127 are never meant.
            let found =
                ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word) & highs
            guard found == 0 else {
                position += found.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
        while position < text.count {
            let byte = unsafe text[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
            position += 1
        }
    }

    /// Moves over an escape, whose backslash the position stands on; a surrogate must come with its other half.
    static func skipEscape(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(JSONError) {
        guard text.count - position >= 2 else { throw .syntax }
        switch unsafe text[position + 1] {
        case UInt8(ascii: "u"):
            let unit = unsafe try hexadecimal(text, position + 2)
            position += 6
            guard unit & 0xF800 == 0xD800 else { return }
            guard unit < 0xDC00, text.count - position >= 2, unsafe text[position] == UInt8(ascii: "\\"),
                unsafe text[position + 1] == UInt8(ascii: "u"),
                unsafe try hexadecimal(text, position + 2) & 0xFC00 == 0xDC00
            else { throw .syntax }
            position += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        default:
            throw .syntax
        }
    }

    /// Reads the four hexadecimal digits of an escape.
    static func hexadecimal(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) throws(JSONError) -> UInt32 {
        guard text.count - position >= 4 else { throw .syntax }
        var unit: UInt32 = 0
        for offset in 0..<4 {
            let byte = unsafe text[position + offset]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw .syntax
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Unescapes what stands between a string's quotation marks; the parser has already found it well formed.
    static func unescape(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = unsafe text[position]
            guard byte == UInt8(ascii: "\\"), position + 1 < range.upperBound else {
                result.append(byte)
                position += 1
                continue
            }
            let letter = unsafe text[position + 1]
            position += 2
            switch letter {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                let unit = (try? unsafe hexadecimal(text, position)) ?? 0xFFFD
                position += 4
                var scalar = unit
                if unit & 0xFC00 == 0xD800, position + 6 <= range.upperBound {
                    let low = (try? unsafe hexadecimal(text, position + 2)) ?? 0xDC00
                    scalar = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
                    position += 6
                }
                append(scalar, to: &result)
            default: result.append(letter)
            }
        }
        return result
    }

    /// Appends a Unicode scalar value as UTF-8.
    private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
        guard let character = Unicode.Scalar(scalar) else { return }
        result.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
    }
}
