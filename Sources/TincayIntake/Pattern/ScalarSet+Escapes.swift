extension ScalarSet {
    /// The digits, `\d`.
    static var digit: ScalarSet { ScalarSet(ascending: [0x30, 0x3A]) }
    /// The characters of words, `\w`.
    static var word: ScalarSet { ScalarSet(ascending: [0x30, 0x3A, 0x41, 0x5B, 0x5F, 0x60, 0x61, 0x7B]) }
    /// White space and ends of lines, `\s`.
    static var space: ScalarSet {
        ScalarSet(ascending: [
            0x09, 0x0E, 0x20, 0x21, 0xA0, 0xA1, 0x1680, 0x1681, 0x2000, 0x200B, 0x2028, 0x202A, 0x202F, 0x2030, 0x205F,
            0x2060, 0x3000, 0x3001, 0xFEFF, 0xFF00,
        ])
    }
    /// The ends of lines.
    static var lineEnd: ScalarSet { ScalarSet(ascending: [0x0A, 0x0B, 0x0D, 0x0E, 0x2028, 0x202A]) }

    /// Whether a code point is one of those that words are made of.
    static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }
}
