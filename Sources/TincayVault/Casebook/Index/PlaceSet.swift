/// The cases that have one value: their places in order while they are few, one bit for each place once they are many.
struct PlaceSet {
    /// From how many places on bits may be smaller.
    private static let fewest = 64

    /// How many cases there are.
    private(set) var count = 0
    /// The places in order; empty once there are bits.
    private var few: [UInt32] = []
    /// The bits; nil while there are few.
    private var many: PlaceBits?

    /// Adds a case, of so many places in all.
    mutating func insert(_ place: Int, of room: Int) {
        guard let number = UInt32(exactly: place) else { return }
        if many != nil {
            many?.grow(toHold: place)
            guard many?.contains(place) == false else { return }
            many?.insert(place)
        } else {
            let position = position(of: number)
            if position < few.count, few[position] == number { return }
            few.insert(number, at: position)
            if few.count >= Self.fewest, few.count > room / 32 { spread(room) }
        }
        count += 1
    }

    /// Adds many cases: bits that begin at a whole word, of so many places in all.
    mutating func insert(_ words: ArraySlice<UInt64>, from first: Int, of room: Int) {
        var added = 0
        for word in words { added &+= word.nonzeroBitCount }
        guard added > 0 else { return }
        if many == nil {
            guard count + added >= Self.fewest, count + added > room / 32 else {
                for (offset, word) in words.enumerated() {
                    var left = word
                    while left != 0 {
                        insert(first + offset * UInt64.bitWidth + left.trailingZeroBitCount, of: room)
                        left &= left &- 1
                    }
                }
                return
            }
            spread(max(room, first + words.count * UInt64.bitWidth))
        }
        count += many?.insert(words, from: first) ?? 0
    }

    /// Takes a case away.
    mutating func remove(_ place: Int) {
        guard let number = UInt32(exactly: place) else { return }
        if many != nil {
            guard many?.contains(place) == true else { return }
            many?.remove(place)
        } else {
            let position = position(of: number)
            guard position < few.count, few[position] == number else { return }
            few.remove(at: position)
        }
        count -= 1
    }

    /// Adds all of them to bits.
    func add(to bits: inout PlaceBits) {
        if let many { return bits.formUnion(many) }
        for place in few { bits.insert(Int(place)) }
    }

    /// How many of them are in other bits.
    func count(in bits: PlaceBits) -> Int {
        if let many { return many.count(in: bits) }
        var count = 0
        for place in few where bits.contains(Int(place)) { count += 1 }
        return count
    }

    /// Gives a number to each of their places.
    func mark(_ numbers: inout [UInt32], with number: UInt32) {
        if let many {
            for place in many where numbers.indices.contains(place) { numbers[place] = number }
        } else {
            for place in few where numbers.indices.contains(Int(place)) { numbers[Int(place)] = number }
        }
    }

    /// Turns the list into bits.
    private mutating func spread(_ room: Int) {
        var bits = PlaceBits(room: max(room, Int(few.last ?? 0) + 1))
        for place in few { bits.insert(Int(place)) }
        many = bits
        few = []
    }

    /// Where a place stands in the list or would stand.
    private func position(of number: UInt32) -> Int {
        guard let last = few.last, last >= number else { return few.count }
        var low = 0
        var high = few.count
        while low < high {
            let middle = (low + high) / 2
            if few[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
