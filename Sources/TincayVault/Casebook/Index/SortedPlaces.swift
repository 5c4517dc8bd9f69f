/// The cases in one order: those that have their places, and those that wait to be put in.
struct SortedPlaces {
    /// From how many that wait on one pass over all is quicker than putting each in.
    private static let several = 8

    /// The places in their order.
    private(set) var sorted: [UInt32]
    /// Places that are not in it yet.
    private var waiting: [UInt32] = []

    /// Takes over what is in order.
    init(_ sorted: [UInt32]) {
        self.sorted = sorted
    }

    /// Adds a case, to be put in when somebody asks for the order.
    mutating func add(_ place: UInt32) {
        waiting.append(place)
    }

    /// Takes a case out, while it still compares as it did when it was put in.
    mutating func remove(_ place: UInt32, by precedes: (UInt32, UInt32) -> Bool) {
        let position = first(behind: place, orAt: true, by: precedes)
        if position < sorted.count, sorted[position] == place {
            sorted.remove(at: position)
        } else if let position = waiting.lastIndex(of: place) {
            waiting.remove(at: position)
        }
    }

    /// Puts in what waits.
    mutating func settle(by precedes: (UInt32, UInt32) -> Bool) {
        guard !waiting.isEmpty else { return }
        if waiting.count < Self.several {
            for place in waiting {
                sorted.insert(place, at: first(behind: place, orAt: true, by: precedes))
            }
        } else {
            waiting.sort(by: precedes)
            var merged: [UInt32] = []
            merged.reserveCapacity(sorted.count + waiting.count)
            var next = 0
            for place in sorted {
                while next < waiting.count, precedes(waiting[next], place) {
                    merged.append(waiting[next])
                    next += 1
                }
                merged.append(place)
            }
            merged += waiting[next...]
            sorted = merged
        }
        waiting = []
    }

    /// The position of the first case behind another one, or of that one itself.
    func first(behind place: UInt32, orAt: Bool, by precedes: (UInt32, UInt32) -> Bool) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            let isBefore = orAt ? precedes(sorted[middle], place) : !precedes(place, sorted[middle])
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
