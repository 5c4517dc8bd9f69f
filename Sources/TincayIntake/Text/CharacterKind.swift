/// What a character is to somebody who cleans text.
enum CharacterKind {
    case letter, space, invisible, joiner, fullWidth, apostrophe, quotation, dash, other

    /// The kind of a character.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0xAD, 0x200B, 0x2060, 0xFEFF: self = .invisible
        case 0x200C, 0x200D: self = .joiner
        case 0xFF01...0xFF5E: self = .fullWidth
        case 0x2BC, 0x2018...0x201B, 0x2032: self = .apostrophe
        case 0x201C...0x201F, 0x2033: self = .quotation
        case 0x2010...0x2015, 0x2212: self = .dash
        // Punctuation and symbols come in blocks; what is not in one of them is taken for a letter.
        case 0..<0xAA, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x2000..<0x2C00, 0x3001..<0x3040,
            0xE000..<0xF900, 0xFE00..<0xFE20, 0xFE30..<0xFE70, 0xFF00..<0xFFFF, 0x1D000..<0x1D400, 0x1F000..<0x20000,
            0xE0000...:
            self = .other
        default: self = .letter
        }
    }

    /// Whether a character is one of the Latin script, which Vietnamese is written in.
    static func isLatin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }
}
