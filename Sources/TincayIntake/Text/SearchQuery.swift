/// What somebody looks for in texts: words, phrases between quotation marks, and beginnings of words before an asterisk.
///
/// Marks do not count, and neither does where a tone stands, unless the query is exact; capitals never do.
public struct SearchQuery: Sendable {
    /// A word of a query.
    struct Word: Sendable {
        /// The letters without marks.
        let letters: [UInt8]
        /// The word as it is compared when marks count; nil when they do not.
        let exact: [UInt8]?
        /// Whether a text's word only has to begin with it.
        let isBeginning: Bool
        /// The number of the letters.
        let number: UInt64

        /// Takes a word.
        init(letters: [UInt8], exact: [UInt8]?, isBeginning: Bool) {
            self.letters = letters
            self.exact = exact
            self.isBeginning = isBeginning
            number = WordScanner.number(of: letters)
        }

        /// Whether a text's word can be this one, by what is known without its letters.
        @inline(__always)
        func mayBe(_ word: WordAtHand) -> Bool {
            isBeginning ? word.first == letters.first : word.number == number
        }

        /// Whether a text's word is this one, also with its marks when they count.
        func holds(_ found: [UInt8], _ source: [UInt8]) -> Bool {
            guard isBeginning ? found.starts(with: letters) : found == letters else { return false }
            guard let exact else { return true }
            let key = VietnameseText.comparisonKey(source)
            return isBeginning ? key.starts(with: exact) : key == exact
        }
    }

    /// The most words of a query.
    private static let most = 32
    /// The most bytes of a query.
    public static let size = 1000

    /// All words, the terms one behind the other.
    let words: [Word]
    /// Which words begin a term, one bit for each.
    let starts: UInt64
    /// Which words end a term.
    let ends: UInt64

    /// Reads a query; nil when it has no word or too many.
    public init?(_ text: [UInt8], isExact: Bool) {
        guard text.count <= Self.size else { return nil }
        var words: [Word] = []
        var starts: UInt64 = 0
        var ends: UInt64 = 0
        for (number, piece) in text.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
        {
            // Every other piece stands between quotation marks; outside of them each word is a term.
            let isPhrase = number % 2 == 1
            let terms = isPhrase ? [piece] : piece.split(separator: 0x20)
            for term in terms {
                let first = words.count
                let isBeginning = term.last == UInt8(ascii: "*")
                var tokens = WordScanner(nil, collectsWords: true)
                tokens.scan([UInt8](term))
                for (place, token) in tokens.collected.enumerated() {
                    guard words.count < Self.most else { return nil }
                    let isLast = place == tokens.collected.count - 1
                    words.append(
                        Word(
                            letters: token.letters, exact: isExact ? VietnameseText.comparisonKey(token.source) : nil,
                            isBeginning: isLast && isBeginning))
                    ends |= isLast ? 1 << UInt64(words.count - 1) : 0
                }
                if words.count > first { starts |= 1 << UInt64(first) }
            }
        }
        guard !words.isEmpty else { return nil }
        self.words = words
        self.starts = starts
        self.ends = ends
    }

    /// Whether the terms that were found in several texts together are all there are.
    public func isMet(by terms: UInt64) -> Bool { terms == ends }

    /// The numbers of the words that a text must have for certain, by which texts are passed over unopened.
    public var certain: [UInt64] {
        var numbers: [UInt64] = []
        for word in words where !word.isBeginning { numbers.append(word.number) }
        return numbers
    }
}
