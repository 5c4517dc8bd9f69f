/// What RFC 5892 and RFC 5893 ask of a character; none of it is true of one that labels never have.
struct LabelTraits {
    /// The bits that Tools/idna_tables.py writes.
    let bits: UInt32

    /// Which way a character is written, as far as labels care.
    enum Direction {
        case left, right, rightArabic, arabicNumber, europeanNumber, mark, neutral
    }

    /// Which way the character is written.
    var direction: Direction {
        switch bits & 7 {
        case 0: .left
        case 1: .right
        case 2: .rightArabic
        case 3: .arabicNumber
        case 4: .europeanNumber
        case 5: .mark
        default: .neutral
        }
    }

    /// Whether the character combines with the one before it.
    var isMark: Bool { has(3) }

    /// Whether the character takes a consonant's vowel away.
    var isVirama: Bool { has(4) }

    /// Whether the character joins the one after it.
    var joinsNext: Bool { has(5) }

    /// Whether the character joins the one before it.
    var joinsPrevious: Bool { has(6) }

    /// Whether characters join across this one.
    var isTransparent: Bool { has(7) }

    /// Whether the character is Greek.
    var isGreek: Bool { has(8) }

    /// Whether the character is Hebrew.
    var isHebrew: Bool { has(9) }

    /// Whether the character is Hiragana, Katakana or Han.
    var isJapanese: Bool { has(10) }

    /// Whether the character may be in a label whatever stands around it.
    var isValid: Bool { has(11) }

    /// Whether a bit is set.
    private func has(_ bit: UInt32) -> Bool { bits >> bit & 1 == 1 }
}
