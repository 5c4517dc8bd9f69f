/// What draft-07 asks of a document inside a string, as far as it is asserted: base64, and JSON.
struct ContentRule: Sendable {
    /// Whether the string has to be base64 (RFC 4648, section 4).
    let isBase64: Bool
    /// Whether what it holds has to be JSON.
    let isJSON: Bool

    /// The rule of a schema; nil when nothing of it is asserted.
    init?(encoding: JSONValue?, mediaType: JSONValue?) {
        isBase64 = encoding?.isText("base64") ?? false
        // What is wrapped in an encoding that nobody here knows cannot be looked into.
        isJSON = (mediaType?.isText("application/json") ?? false) && (encoding == nil || isBase64)
        guard isBase64 || isJSON else { return nil }
    }

    /// Whether a string is what is asked.
    func holds(_ text: [UInt8]) -> Bool {
        guard let content = isBase64 ? Self.decode(text) : text else { return false }
        return !isJSON || (try? JSONDocument(parsing: content, limits: .any)) != nil
    }

    /// The bytes that base64 stands for; nil when it is none.
    private static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for letter in text.dropLast(padding) {
            let value: UInt8
            switch letter {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = letter - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return bytes
    }
}
