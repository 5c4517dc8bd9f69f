/// A set of cases as one bit for each place: intersecting is a conjunction of words, counting a count of their bits.
struct PlaceBits {
    /// The bits, the lowest first.
    private(set) var words: [UInt64]

    /// Starts with no case of so many.
    init(room: Int) {
        words = [UInt64](repeating: 0, count: (room + 63) / 64)
    }

    /// How many cases there are.
    var count: Int {
        var count = 0
        for word in words { count &+= word.nonzeroBitCount }
        return count
    }

    /// Whether a case is in the set.
    func contains(_ place: Int) -> Bool {
        guard words.indices.contains(place >> 6) else { return false }
        return words[place >> 6] >> UInt64(place & 63) & 1 != 0
    }

    /// Adds a case; one without a place in the room is left out.
    mutating func insert(_ place: Int) {
        guard words.indices.contains(place >> 6) else { return }
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Adds many cases, as bits that begin at a whole word; gives how many were not in the set before.
    ///
    /// Those without a place in the room are left out.
    mutating func insert(_ more: ArraySlice<UInt64>, from first: Int) -> Int {
        var added = 0
        for (offset, word) in more.enumerated() where words.indices.contains(first >> 6 + offset) {
            added &+= (word & ~words[first >> 6 + offset]).nonzeroBitCount
            words[first >> 6 + offset] |= word
        }
        return added
    }

    /// Takes a case away.
    mutating func remove(_ place: Int) {
        guard words.indices.contains(place >> 6) else { return }
        words[place >> 6] &= ~(1 << UInt64(place & 63))
    }

    /// Makes room for a case more than there was room for.
    mutating func grow(toHold place: Int) {
        while words.count <= place >> 6 { words.append(0) }
    }

    /// Adds all cases of another set.
    mutating func formUnion(_ other: PlaceBits) {
        for place in 0..<Swift.min(words.count, other.words.count) { words[place] |= other.words[place] }
    }

    /// Keeps the cases that are in another set too.
    mutating func formIntersection(_ other: PlaceBits) {
        let common = Swift.min(words.count, other.words.count)
        for place in 0..<common { words[place] &= other.words[place] }
        for place in common..<words.count { words[place] = 0 }
    }

    /// Takes all cases of another set away.
    mutating func subtract(_ other: PlaceBits) {
        for place in 0..<Swift.min(words.count, other.words.count) { words[place] &= ~other.words[place] }
    }

    /// How many cases are in both sets.
    func count(in other: PlaceBits) -> Int {
        var count = 0
        for place in 0..<Swift.min(words.count, other.words.count) {
            count &+= (words[place] & other.words[place]).nonzeroBitCount
        }
        return count
    }
}

extension PlaceBits: Sequence {
    /// Goes through the places from the lowest.
    struct Iterator: IteratorProtocol {
        /// The bits.
        fileprivate let words: [UInt64]
        /// Which word comes next.
        fileprivate var position = 0
        /// What is left of the word at hand.
        fileprivate var word: UInt64 = 0

        /// The next place.
        mutating func next() -> Int? {
            while word == 0 {
                guard position < words.count else { return nil }
                word = words[position]
                position += 1
            }
            let bit = word.trailingZeroBitCount
            word &= word &- 1
            return (position &- 1) &* 64 &+ bit
        }
    }

    /// The places from the lowest.
    func makeIterator() -> Iterator { Iterator(words: words) }
}
