/// A set of code points, as the places where it begins and ends in turn.
struct ScalarSet: Equatable, Sendable {
    /// One more than the greatest code point.
    static let limit: UInt32 = 0x11_0000

    /// The first code point of a range that is in, the first behind it that is out, and so on, ascending.
    private(set) var borders: [UInt32] = []

    /// The set of nothing.
    init() {}

    /// The set of one code point.
    init(_ scalar: UInt32) {
        borders = [scalar, scalar + 1]
    }

    /// The set of what is in any of the ranges, which may overlap.
    init(_ ranges: [ClosedRange<UInt32>]) {
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        for range in ranges {
            starts.append(range.lowerBound)
            ends.append(range.upperBound + 1)
        }
        starts.sort()
        ends.sort()
        // A range is over when as many have ended as have begun, and none begins just there.
        for place in 0..<starts.count {
            if place == 0 || ends[place - 1] < starts[place] { borders.append(starts[place]) }
            if place == starts.count - 1 || ends[place] < starts[place + 1] { borders.append(ends[place]) }
        }
    }

    /// The set with these borders, which ascend and whose count is even.
    init(ascending borders: [UInt32]) {
        self.borders = borders
    }

    /// How many ranges the set has.
    var count: Int { borders.count / 2 }

    /// The ranges of the set, ascending.
    var ranges: [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        result.reserveCapacity(count)
        for place in 0..<count { result.append(borders[2 * place]...borders[2 * place + 1] - 1) }
        return result
    }

    /// Whether a code point is in the set.
    func contains(_ scalar: UInt32) -> Bool {
        guard let first = borders.first, first <= scalar else { return false }
        return ScalarClasses.place(of: scalar, in: borders) % 2 == 0
    }

    /// Everything that is not in the set.
    var inverted: ScalarSet {
        var result = self
        if borders.first == 0 { result.borders.removeFirst() } else { result.borders.insert(0, at: 0) }
        if borders.last == Self.limit { result.borders.removeLast() } else { result.borders.append(Self.limit) }
        return result
    }

    /// What is in one of two sets and not in both.
    func differing(from other: ScalarSet) -> ScalarSet {
        var result: [UInt32] = []
        result.reserveCapacity(borders.count + other.borders.count)
        var (mine, its) = (0, 0)
        while mine < borders.count || its < other.borders.count {
            if its == other.borders.count || mine < borders.count && borders[mine] < other.borders[its] {
                result.append(borders[mine])
                mine += 1
            } else if mine == borders.count || other.borders[its] < borders[mine] {
                result.append(other.borders[its])
                its += 1
            } else {
                mine += 1
                its += 1
            }
        }
        return ScalarSet(ascending: result)
    }
}
