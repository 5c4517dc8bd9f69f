/// A place for each of some names, such as those of one schema; forgotten at once when the next schema comes.
struct NameMarks {
    /// The places, by the numbers of names.
    private var places: [Int32] = []
    /// The round in which each place was noted.
    private var rounds: [Int32] = []
    /// The current round.
    private var round: Int32 = 1

    /// Forgets all places.
    mutating func clear() { round += 1 }

    /// Notes the place of a name.
    mutating func note(_ place: Int, of name: Int32) {
        while rounds.count <= Int(name) {
            rounds.append(0)
            places.append(0)
        }
        rounds[Int(name)] = round
        places[Int(name)] = Int32(truncatingIfNeeded: place)
    }

    /// The place of a name; nil when none was noted.
    func place(of name: Int32) -> Int? {
        Int(name) < rounds.count && rounds[Int(name)] == round ? Int(places[Int(name)]) : nil
    }
}
