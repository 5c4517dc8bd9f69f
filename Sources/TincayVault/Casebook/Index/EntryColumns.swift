import TincayIntake

/// What all entries of a ledger have in common, without opening them: who did what, when, and which entry about the same
/// report came before.
struct EntryColumns {
    /// What was done, by the number of the entry less 1.
    var types: [UInt8] = []
    /// When, in milliseconds since 1970.
    var times: [Int64] = []
    /// By whom, as a number of `people`.
    var persons: [UInt32] = []
    /// The number of the entry before it about the same report; 0 for none.
    var before: [UInt32] = []
    /// Everybody who ever did something.
    var people = Vocabulary()

    /// How many entries there are.
    var count: Int { types.count }

    /// Adds the next entry.
    mutating func append(type: UInt8, time: Int64, person: [UInt8], before: UInt32) {
        types.append(type)
        times.append(time)
        persons.append(people.insert(person))
        self.before.append(before)
    }

    /// Whether an entry may tell something in words.
    func mayHaveWords(_ number: UInt32) -> Bool {
        guard number > 0, types.indices.contains(Int(number) - 1) else { return true }
        return LedgerEntryType(rawValue: types[Int(number) - 1])?.mayHaveWords ?? true
    }

    /// The numbers of the entries about a report from its last one back, the oldest first.
    func chain(from last: UInt32) -> [Int64] {
        var numbers: [Int64] = []
        var number = last
        // Each leads to a lower one, whatever the numbers are.
        while number > 0, before.indices.contains(Int(number) - 1) {
            numbers.append(Int64(number))
            let next = before[Int(number) - 1]
            guard next < number else { break }
            number = next
        }
        return numbers.reversed()
    }
}
