/// The parts of time and place that a number of tables tell apart.
struct PopulationParts {
    /// The scopes of the tables.
    private let scopes: [ReleaseScope]
    /// The quarters, each once.
    private let quarters: [Int32]
    /// The sets of communes, each once.
    private let sets: [UnitSet]
    /// The place of each combination of sets that a commune can belong to.
    private var signatures: [[UInt64]: Int] = [:]
    /// The combinations.
    private var list: [[UInt64]] = []

    /// Tells apart what some tables and cases need.
    init(_ scopes: [ReleaseScope]) {
        self.scopes = scopes
        var quarters: Set<Int32> = []
        var sets: [UnitSet] = []
        for scope in scopes {
            for quarter in scope.quarters { quarters.insert(quarter) }
            if !sets.contains(scope.units) { sets.append(scope.units) }
        }
        self.quarters = quarters.sorted()
        self.sets = sets
        // Somewhere that no set names, a case without a commune, and every commune that is named.
        var units: Set<UInt32> = [UInt32.max, 0]
        for set in sets { units.formUnion(set.communes ?? []) }
        for unit in units.sorted() { _ = note(signature(unit)) }
    }

    /// How many there are.
    var count: Int { quarters.count * list.count }

    /// The part of a case; nil when no table covers it.
    func part(of coded: CodedCase) -> Int32? {
        guard let quarter = quarters.firstIndex(of: coded.quarter), let place = signatures[signature(coded.unit)] else {
            return nil
        }
        return Int32(truncatingIfNeeded: quarter * list.count + place)
    }

    /// The parts that a scope covers; none of a set of communes that is not among those told apart.
    func covers(_ scope: ReleaseScope) -> [Bool] {
        covers(scope.quarters, include: scope.units)
    }

    /// The parts that some quarters of a set of communes cover, without another set or only with it.
    func covers(
        _ quarters: ClosedRange<Int32>, include: UnitSet, other: (set: UnitSet, isIn: Bool)? = nil
    ) -> [Bool] {
        guard let place = sets.firstIndex(of: include) else { return [Bool](repeating: false, count: count) }
        let second = other.flatMap { other in sets.firstIndex(of: other.set) }
        var covers: [Bool] = []
        covers.reserveCapacity(count)
        for quarter in self.quarters {
            for signature in list {
                var isCovered = quarters.contains(quarter) && Self.has(signature, place)
                if let other, let second { isCovered = isCovered && Self.has(signature, second) == other.isIn }
                covers.append(isCovered)
            }
        }
        return covers
    }

    /// Whether a combination has a set.
    private static func has(_ signature: [UInt64], _ place: Int) -> Bool {
        signature[place / 64] >> UInt64(place % 64) & 1 == 1
    }

    /// Which sets a commune belongs to.
    private func signature(_ unit: UInt32) -> [UInt64] {
        var signature = [UInt64](repeating: 0, count: sets.count / 64 + 1)
        for (place, set) in sets.enumerated() where set.contains(unit) {
            signature[place / 64] |= 1 << UInt64(place % 64)
        }
        return signature
    }

    /// The place of a combination.
    private mutating func note(_ signature: [UInt64]) -> Int {
        if let place = signatures[signature] { return place }
        signatures[signature] = list.count
        list.append(signature)
        return list.count - 1
    }
}
