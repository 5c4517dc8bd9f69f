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
