/// What characters become when words are looked for: small letters and digits without marks, and borders of words.
enum WordLetters {
    /// What a character is to a search.
    enum Kind {
        /// A letter of ASCII or a digit.
        case plain(UInt8)
        /// A letter of another script, or several letters, as UTF-8.
        case other([UInt8])
        /// It belongs to the character before it, or to nothing.
        case nothing
        /// A word ends before it.
        case border
    }

    /// The first characters that have a place in the table, and those of the Vietnamese letters with two marks.
    private static let low: UInt32 = 0x250
    private static let high: Range<UInt32> = 0x1E00..<0x1F00
    /// Stands for a border in the table; 0 stands for what has to be looked up.
    static let border: UInt8 = 1

    /// What each of them becomes.
    static let table: [UInt8] = (0..<low + UInt32(high.count)).map { place in
        switch lookUp(place < low ? place : high.lowerBound + place - low) {
        case .plain(let letter): letter
        case .border: border
        case .other, .nothing: 0
        }
    }

    /// The letter that a character becomes, `border`, or 0 for one that has to be looked up.
    @inline(__always) static func letter(_ scalar: UInt32, _ table: UnsafeBufferPointer<UInt8>) -> UInt8 {
        // SAFETY: the table has a place for each of these characters.
        if scalar < low { return unsafe table[Int(scalar)] }
        return unsafe high.contains(scalar) ? table[Int(scalar - high.lowerBound + low)] : 0
    }

    /// What a character is to a search, found out from its search key.
    @inline(never) static func lookUp(_ scalar: UInt32) -> Kind {
        guard CharacterComposition.combiningClass(scalar) == 0 else { return .nothing }
        switch CharacterKind(scalar) {
        case .invisible, .joiner: return .nothing
        case .space, .apostrophe, .quotation, .dash: return .border
        case .letter, .fullWidth, .other: break
        }
        var text: [UInt8] = []
        ScalarText.append(scalar, to: &text)
        let key = VietnameseText.searchKey(text)
        guard let first = key.first, VietnameseText.isInWord(first) else { return .border }
        return key.count == 1 ? .plain(first) : .other(key)
    }
}
