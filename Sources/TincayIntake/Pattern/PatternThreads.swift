/// The steps of an expression that are alive at one place in the text, each once.
struct PatternThreads {
    /// The steps.
    private(set) var places: [Int] = []
    /// Whether a step is among them.
    private var present: [Bool]

    /// Makes room for the steps of an expression.
    init(count: Int) {
        present = [Bool](repeating: false, count: count)
    }

    /// Adds a step; false when it was there already.
    mutating func insert(_ place: Int) -> Bool {
        guard place < present.count, !present[place] else { return false }
        present[place] = true
        places.append(place)
        return true
    }

    /// Forgets all.
    mutating func clear() {
        for place in places { present[place] = false }
        places.removeAll(keepingCapacity: true)
    }
}
