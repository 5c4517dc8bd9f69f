/// Reads one of the texts of `PropertyData`, which the script that writes them describes.
struct PropertyText {
    /// What ends an entry.
    private static let end = UInt8(ascii: "!")

    /// The text.
    private let text: StaticString
    /// What is read next.
    private var position = 0

    /// Starts at the beginning of a text.
    init(_ text: StaticString) {
        self.text = text
    }

    /// Starts at an entry of a text.
    init(_ text: StaticString, entry: Int) {
        self.text = text
        for _ in 0..<entry {
            while let byte = next, byte != Self.end { position += 1 }
            position += 1
        }
    }

    /// Whether nothing is left of the entry.
    var isAtEnd: Bool { next == nil || next == Self.end }

    /// What is next, without reading it.
    private var next: UInt8? {
        guard position < text.utf8CodeUnitCount else { return nil }
        // SAFETY: the text has more bytes than the position.
        return unsafe text.utf8Start[position]
    }

    /// Reads one digit; a text that is over has zeros.
    mutating func digit() -> Int {
        guard let byte = next, byte >= 0x23 else { return 0 }
        position += 1
        return Int(byte) - 0x23 - (byte > 0x5C ? 1 : 0)
    }

    /// Reads a number.
    mutating func number() -> Int {
        let first = digit()
        switch first {
        case ..<70: return first
        case ..<87: return 70 + (first - 70) * 90 + digit()
        case ..<89: return 70 + 17 * 90 + (first - 87) * 8_100 + digit() * 90 + digit()
        default:
            var value = 0
            for _ in 0..<4 { value = value * 90 + digit() }
            return 70 + 17 * 90 + 2 * 8_100 + value
        }
    }

    /// Reads a set up to the end of its entry.
    mutating func set() -> ScalarSet {
        var borders: [UInt32] = []
        var border = 0
        while !isAtEnd {
            border += number()
            borders.append(UInt32(truncatingIfNeeded: border))
        }
        return ScalarSet(ascending: borders)
    }

    /// Reads which categories are chosen, a bit for each.
    mutating func mask() -> Int {
        var mask = 0
        for place in 0..<5 { mask |= digit() << (6 * place) }
        return mask
    }

    /// The entry of which a name is one.
    static func entry(of name: [UInt8], in text: StaticString) -> Int? {
        guard !name.isEmpty else { return nil }
        var reader = PropertyText(text)
        var entry = 0
        var matched = 0
        while let byte = reader.next {
            reader.position += 1
            if byte == end || byte == UInt8(ascii: "=") {
                if matched == name.count { return entry }
                matched = 0
                if byte == end { entry += 1 }
            } else if matched >= 0 {
                matched = matched < name.count && name[matched] == byte ? matched + 1 : -1
            }
        }
        return nil
    }
}
