/// Which reports of one part of a snapshot have each of some values, as bits that whole sets take in at once.
struct PartPlaces {
    /// How many words the bits of a value have: a bit for each report of a part, which begins at a whole word.
    private static let width = CaseTable.foldSize / UInt64.bitWidth

    /// The place of the part's first report.
    private let first: Int
    /// The bits of all values, one behind the other.
    private var words: [UInt64]

    /// Starts with so many values that no report has.
    init(part: Int, values: Int) {
        first = part * CaseTable.foldSize
        words = [UInt64](repeating: 0, count: max(0, values) * Self.width)
    }

    /// Notes that a report of the part, counted from its first, has a value; fails for one that is not there.
    mutating func insert(_ offset: Int, of value: Int) throws(VaultError) {
        let word = value * Self.width + offset >> 6
        guard value >= 0, offset >= 0, offset < CaseTable.foldSize, word < words.count else { throw .badFormat }
        words[word] |= 1 << UInt64(offset & 63)
    }

    /// Adds the reports that have a value to those that have it elsewhere, of so many in all.
    func add(_ value: Int, to places: inout PlaceSet, of room: Int) {
        let start = value * Self.width
        guard value >= 0, start + Self.width <= words.count else { return }
        places.insert(words[start..<start + Self.width], from: first, of: room)
    }
}
