/// The steps of an expression that are alive at one place in the text, each once.
struct PatternThreads {
    /// The steps that wait for a character or for what is known only with the next one.
    private(set) var places: [UInt32] = []
    /// For each step, the last round in which it was entered.
    private var rounds: [UInt32]
    /// The current round.
    private var round: UInt32 = 1

    /// Makes room for the steps of an expression.
    init(count: Int) {
        rounds = [UInt32](repeating: 0, count: count)
    }

    /// Enters a step; false when that has happened already.
    mutating func enter(_ place: UInt32) -> Bool {
        guard rounds[Int(place)] != round else { return false }
        rounds[Int(place)] = round
        return true
    }

    /// Lets an entered step wait.
    mutating func keep(_ place: UInt32) {
        places.append(place)
    }

    /// Forgets all.
    mutating func clear() {
        places.removeAll(keepingCapacity: true)
        round &+= 1
        guard round == 0 else { return }
        for place in 0..<rounds.count { rounds[place] = 0 }
        round = 1
    }
}
