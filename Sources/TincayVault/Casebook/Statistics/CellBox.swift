/// The kinds of cases that one cell counts.
struct CellBox {
    /// The parts of time and place.
    let covers: [Bool]
    /// The codes of some attributes.
    let masks: [(attribute: StatisticAttribute, mask: UInt64)]

    /// Whether a kind is counted.
    @inline(__always) func contains(_ kind: DisclosureModel.Kind) -> Bool {
        let place = Int(kind.population)
        guard covers.indices.contains(place), covers[place] else { return false }
        for part in masks where part.mask >> UInt64(CodedCase.code(part.attribute, in: kind.values)) & 1 == 0 {
            return false
        }
        return true
    }
}

extension CellBox {
    /// Whether some codes are possible for a case that is counted.
    func meets(_ others: [(attribute: StatisticAttribute, mask: UInt64)]) -> Bool {
        masks.allSatisfy { part in
            others.allSatisfy { $0.attribute != part.attribute || $0.mask & part.mask != 0 }
        }
    }

    /// Whether every case that another cell counts is counted.
    func includes(_ other: CellBox) -> Bool {
        for part in masks {
            guard let same = other.masks.first(where: { $0.attribute == part.attribute }), same.mask & ~part.mask == 0
            else { return false }
        }
        return zip(covers, other.covers).allSatisfy { $0 || !$1 }
    }
}
