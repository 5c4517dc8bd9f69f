/// The word that a scanner is in the middle of: where it begins, and a number that its letters add up to.
struct WordAtHand {
    /// Where the word begins.
    private(set) var start = 0
    /// The first letter; 0 between words.
    private(set) var first: UInt8 = 0
    /// What the letters add up to: FNV-1a.
    private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Whether there is no letter yet.
    var isEmpty: Bool { first == 0 }

    /// Adds a letter, which is never 0.
    @inline(__always)
    mutating func append(_ letter: UInt8, at position: Int) {
        if first == 0 {
            first = letter
            start = position
        }
        sum = (sum ^ UInt64(letter)) &* 0x100_0000_01B3
    }

    /// A number for the word, the same wherever it stands.
    var number: UInt64 {
        var number = (sum ^ sum >> 33) &* 0xFF51_AFD7_ED55_8CCD
        number = (number ^ number >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return number ^ number >> 33
    }
}
