/// What Unicode says of single characters: their combining classes, what they decompose to, what two compose to.
enum CharacterComposition {
    /// The first composed Hangul syllable, and behind the last.
    static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
    /// The leading consonants of Hangul.
    private static let leading: Range<UInt32> = 0x1100..<0x1113
    /// The vowels of Hangul.
    static let vowels: Range<UInt32> = 0x1161..<0x1176
    /// The trailing consonants of Hangul, and before them the place that none has.
    static let trailing: Range<UInt32> = 0x11A7..<0x11C3

    /// The canonical combining class; 0 of a character that starts a new one.
    static func combiningClass(_ scalar: UInt32) -> UInt32 {
        guard scalar >= 0x300 else { return 0 }
        let runs = DigitTable(NormalizationTables.classRuns, width: 6)
        guard let run = runs.last(upTo: scalar, 3), scalar - runs.number(run, 0, 3) < runs.number(run, 3, 1) else {
            return 0
        }
        return runs.number(run, 4, 2)
    }

    /// The one character, or the first and the second, that a character stands for; nil when it stands for itself.
    static func decomposition(_ scalar: UInt32) -> (first: UInt32, second: UInt32?)? {
        // The most common marks stand for themselves, and a text may have very many of them.
        guard scalar >= 0xC0, !(0x300..<0x340).contains(scalar) else { return nil }
        guard !syllables.contains(scalar) else { return decomposition(ofSyllable: scalar) }
        if let place = place(scalar, NormalizationTables.pairRuns) {
            let pair = pair(place)
            return (pair.first, pair.second)
        }
        guard let place = place(scalar, NormalizationTables.singleRuns) else { return nil }
        return (DigitTable(NormalizationTables.singles, width: 3).number(place, 0, 3), nil)
    }

    /// What two characters compose to; nil when they stay two.
    static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leading.contains(first), vowels.contains(second) {
            return syllables.lowerBound + ((first - leading.lowerBound) * 21 + second - vowels.lowerBound) * 28
        }
        if syllables.contains(first), trailing.contains(second), second > trailing.lowerBound {
            let isOpen = (first - syllables.lowerBound) % 28 == 0
            return isOpen ? first + second - trailing.lowerBound : nil
        }
        let order = DigitTable(NormalizationTables.compositions, width: 2)
        let found = order.first {
            let pair = pair(Int(order.number($0, 0, 2)))
            return (pair.second, pair.first) < (second, first)
        }
        guard found < order.count else { return nil }
        let place = Int(order.number(found, 0, 2))
        guard pair(place) == (first, second) else { return nil }
        let runs = DigitTable(NormalizationTables.pairRuns, width: 7)
        let run = runs.first { runs.number($0, 5, 2) <= UInt32(place) } - 1
        return runs.number(run, 0, 3) + UInt32(place) - runs.number(run, 5, 2)
    }

    /// Whether a character may be the second of two that compose.
    static func mayCompose(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x300 else { return false }
        if vowels.contains(scalar) || trailing.contains(scalar) { return true }
        let seconds = DigitTable(NormalizationTables.seconds, width: 3)
        guard let found = seconds.last(upTo: scalar, 3) else { return false }
        return seconds.number(found, 0, 3) == scalar
    }

    /// The parts of a Hangul syllable.
    private static func decomposition(ofSyllable scalar: UInt32) -> (first: UInt32, second: UInt32?) {
        let place = scalar - syllables.lowerBound
        if place % 28 > 0 { return (scalar - place % 28, trailing.lowerBound + place % 28) }
        return (leading.lowerBound + place / 588, vowels.lowerBound + place / 28 % 21)
    }

    /// The place that a character has in a table of runs.
    private static func place(_ scalar: UInt32, _ table: StaticString) -> Int? {
        let runs = DigitTable(table, width: 7)
        guard let run = runs.last(upTo: scalar, 3) else { return nil }
        let offset = scalar - runs.number(run, 0, 3)
        return offset < runs.number(run, 3, 2) ? Int(runs.number(run, 5, 2) + offset) : nil
    }

    /// The two characters at a place.
    private static func pair(_ place: Int) -> (first: UInt32, second: UInt32) {
        let pairs = DigitTable(NormalizationTables.pairs, width: 4)
        let seconds = DigitTable(NormalizationTables.seconds, width: 3)
        return (pairs.number(place, 0, 3), seconds.number(Int(pairs.number(place, 3, 1)), 0, 3))
    }
}
