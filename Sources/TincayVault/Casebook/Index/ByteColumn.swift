/// A field of all cases that is one small number, and for each number the cases that have it.
struct ByteColumn {
    /// The number of each case.
    private(set) var values: [UInt8] = []
    /// The cases of each number.
    private(set) var places = [PlaceSet](repeating: PlaceSet(), count: 16)

    /// What a case has.
    subscript(place: Int) -> UInt8 {
        values.indices.contains(place) ? values[place] : 0
    }

    /// Makes room for one case more, which is in no set yet.
    mutating func append() {
        values.append(0)
    }

    /// Makes room for so many cases, which parts of a snapshot fill.
    mutating func prepare(_ count: Int) {
        values = [UInt8](repeating: 0, count: count)
    }

    /// Sets what the cases among the reports of a part have, which had nothing before.
    mutating func fill(part: Int, _ numbers: ArraySlice<UInt8>, cases: ArraySlice<UInt8>) throws(VaultError) {
        var bits = PartPlaces(part: part, values: places.count)
        for (offset, (number, fate)) in zip(numbers, cases).enumerated() where fate == CaseTable.Fate.open.rawValue {
            try bits.insert(offset, of: Int(number))
            values[cases.startIndex + offset] = number
        }
        for value in places.indices { bits.add(value, to: &places[value], of: values.count) }
    }

    /// Sets what a case has, a number below 16; the case counts from now on.
    mutating func set(_ value: UInt8, at place: Int) {
        guard values.indices.contains(place), Int(value) < places.count else { return }
        places[Int(values[place])].remove(place)
        values[place] = value
        places[Int(value)].insert(place, of: values.count)
    }

    /// Takes a case out of every set.
    mutating func clear(_ place: Int) {
        guard values.indices.contains(place) else { return }
        places[Int(values[place])].remove(place)
        values[place] = 0
    }

    /// Adds the cases that have a number to bits.
    func add(_ value: UInt8, to bits: inout PlaceBits) {
        guard Int(value) < places.count else { return }
        places[Int(value)].add(to: &bits)
    }
}
