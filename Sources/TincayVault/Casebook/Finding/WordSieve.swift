/// Which words a report may have: a few bits for each, so that a search passes over most reports without opening them.
///
/// It says "no" for certain and "perhaps" otherwise. It is made of what a report says, so it is sealed like it.
enum WordSieve {
    /// How many bits stand for a word.
    private static let bitsPerWord = 4

    /// How many bytes the words of a part have: there is little text in who somebody is.
    static func size(of part: ReportPart) -> Int {
        switch part {
        case .facts: 256
        case .identity: 64
        }
    }

    /// Adds a word to the bits at a place.
    static func add(_ word: UInt64, to bytes: inout [UInt8], at start: Int, size: Int) {
        for number in 0..<bitsPerWord {
            let bit = bit(number, of: word, size)
            bytes[start + bit >> 3] |= 1 << UInt8(bit & 7)
        }
    }

    /// Whether a word may be among those at a place.
    static func mayHave(_ word: UInt64, in bytes: [UInt8], at start: Int, size: Int) -> Bool {
        for number in 0..<bitsPerWord {
            let bit = bit(number, of: word, size)
            guard bytes[start + bit >> 3] >> UInt8(bit & 7) & 1 != 0 else { return false }
        }
        return true
    }

    /// One of the bits of a word.
    private static func bit(_ number: Int, of word: UInt64, _ size: Int) -> Int {
        let step = word >> 32 | 1
        return Int(truncatingIfNeeded: (word & 0xFFFF_FFFF &+ UInt64(number) &* step) % UInt64(size * 8))
    }
}
