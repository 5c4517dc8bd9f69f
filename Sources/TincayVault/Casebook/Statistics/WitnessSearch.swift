/// Looks for populations that fit everything published and have another number in a cell.
///
/// It takes steps, each of which adds, removes or changes one case, and takes those that bring the most bounds back in. It
/// is the same for the same input. What it finds is proven by being there; what it does not find counts as not there.
struct WitnessSearch {
    /// How many ways to go on are weighed at each step.
    private static let choices = 28
    /// How many kinds are looked at to find them.
    private static let looks = 160
    /// For how many steps a change is not taken back.
    private static let patience = 7

    /// What is known, and the population at hand.
    var model: DisclosureModel
    /// Makes the same choices every time.
    private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// When each kind was changed last, and in which direction.
    private var changes: [Int: (step: Int, isMore: Bool)] = [:]
    /// The cells that were out of bounds where a search came closest.
    private(set) var obstacles: [Int32] = []

    /// Starts with a model whose population is complete.
    init(_ model: DisclosureModel) {
        self.model = model
    }

    /// Finds a population with a number in a cell that is within bounds; what it differs in, or nil when none was found.
    mutating func find(
        _ box: CellBox, from number: Int32, within bounds: ClosedRange<Int32>
    ) -> [(kind: DisclosureModel.Kind, difference: Int32)]? {
        model.rewind()
        model.setGoal(value: number, bounds: bounds)
        let isFound = solve(box)
        let found = model.moved.map { (model.kinds[$0], model.counts[$0] - model.start[$0]) }
        model.rewind()
        return isFound ? found.filter { $0.1 != 0 }.map { (kind: $0.0, difference: $0.1) } : nil
    }

    /// Makes a population that fits everything the one to start from; false when none was found.
    mutating func adopt() -> Bool {
        guard model.violation > 0 else { return true }
        guard solve(CellBox(covers: [], masks: [])) else { return false }
        model.restart()
        return true
    }

    /// Takes steps until every bound holds.
    private mutating func solve(_ box: CellBox) -> Bool {
        changes.removeAll(keepingCapacity: true)
        obstacles = model.violated
        var best = Int64.max
        let gap = max(model.low[model.goal] - model.value[model.goal], model.value[model.goal] - model.high[model.goal])
        let most = 40 + 12 * Int(min(max(Int64(gap), model.violation), 80))
        for step in 0..<most {
            guard model.violation > 0 else { return true }
            guard model.budget > 0 else { return false }
            let place = step % 3 == 2 ? random(model.violated.count) : 0
            let bound = Int(model.violated[place])
            let candidates = candidates(bound, box)
            guard !candidates.isEmpty else { continue }
            var chosen: (moves: [Move], violation: Int64)?
            for moves in candidates where isAllowed(moves, step) {
                let violation = weigh(moves, box)
                if chosen == nil || violation < chosen?.violation ?? 0 { chosen = (moves, violation) }
            }
            guard let chosen else { continue }
            for move in chosen.moves {
                let isMore = move.difference > 0
                model.move(move.place, by: move.difference, inGoal: box.contains(model.kinds[move.place]))
                changes[move.place] = (step, isMore)
            }
            if model.violation < best {
                best = model.violation
                obstacles = model.violated
            }
        }
        return model.violation == 0
    }

    /// A case more or less of a kind.
    private struct Move {
        /// Where the kind stands.
        let place: Int
        /// One more, or one less.
        let difference: Int32
    }

    /// Whether moves take nothing back that was done just now.
    private func isAllowed(_ moves: [Move], _ step: Int) -> Bool {
        moves.allSatisfy { move in
            guard let change = changes[move.place] else { return true }
            return change.isMore == (move.difference > 0) || step - change.step > Self.patience
        }
    }

    /// By how much bounds would be missed after some moves.
    private mutating func weigh(_ moves: [Move], _ box: CellBox) -> Int64 {
        for move in moves {
            model.move(move.place, by: move.difference, inGoal: box.contains(model.kinds[move.place]))
        }
        let violation = model.violation
        for move in moves {
            model.move(move.place, by: -move.difference, inGoal: box.contains(model.kinds[move.place]))
        }
        return violation
    }

    /// Ways to bring a cell back into its bounds by one.
    private mutating func candidates(_ bound: Int, _ box: CellBox) -> [[Move]] {
        let own = bound == model.goal ? box : model.box(of: bound)
        let isShort = model.value[bound] < model.low[bound]
        return isShort ? more(own) : fewer(own)
    }

    /// Ways to have one case more in a cell: a case that is elsewhere moves in, or a new one comes.
    private mutating func more(_ box: CellBox) -> [[Move]] {
        var ways: [[Move]] = []
        let count = model.kinds.count
        let first = random(count)
        var near = 0
        for look in 0..<min(count, Self.looks) {
            guard ways.count < Self.choices else { break }
            let place = (first + look * 7_919) % count
            guard model.counts[place] > 0 else { continue }
            let kind = model.kinds[place]
            guard !box.contains(kind) else {
                if look % 4 == 0 { ways.append([Move(place: place, difference: 1)]) }
                continue
            }
            let target = project(kind, into: box)
            let isNear = target.changed == 1
            guard isNear || look % 3 == 0 || near > 8 else { continue }
            if isNear { near += 1 }
            let other = model.place(of: target.kind)
            ways.append([Move(place: place, difference: -1), Move(place: other, difference: 1)])
            if look % 2 == 0 { ways.append([Move(place: other, difference: 1)]) }
        }
        for _ in 0..<4 {
            let made = project(anyKind(), into: box)
            ways.append([Move(place: model.place(of: made.kind), difference: 1)])
        }
        return ways
    }

    /// Ways to have one case fewer in a cell: a case leaves, or moves elsewhere.
    private mutating func fewer(_ box: CellBox) -> [[Move]] {
        var ways: [[Move]] = []
        let count = model.kinds.count
        let first = random(count)
        for look in 0..<count {
            guard ways.count < Self.choices else { break }
            let place = (first + look) % count
            guard model.counts[place] > 0, box.contains(model.kinds[place]) else { continue }
            ways.append([Move(place: place, difference: -1)])
            for _ in 0..<3 {
                let other = model.place(of: project(model.kinds[place], outOf: box))
                if other != place {
                    ways.append([Move(place: place, difference: -1), Move(place: other, difference: 1)])
                }
            }
        }
        return ways
    }

    /// The kind most like another that a cell counts, and in how many ways it differs.
    private mutating func project(
        _ kind: DisclosureModel.Kind, into box: CellBox
    ) -> (kind: DisclosureModel.Kind, changed: Int) {
        var changed = 0
        var population = kind.population
        if !box.covers[Int(population)] {
            population = Int32(truncatingIfNeeded: pick(box.covers))
            changed += 1
        }
        var values = kind.values
        for part in box.masks where part.mask >> UInt64(CodedCase.code(part.attribute, in: values)) & 1 == 0 {
            values = replace(part.attribute, in: values, by: pick(part.mask))
            changed += 1
        }
        return (DisclosureModel.Kind(population: population, values: values), changed)
    }

    /// A kind that differs from another in one way and is not counted in a cell.
    private mutating func project(_ kind: DisclosureModel.Kind, outOf box: CellBox) -> DisclosureModel.Kind {
        let way = random(box.masks.count + 1)
        guard box.masks.indices.contains(way) else {
            guard !model.populations.isEmpty else { return kind }
            let population = model.populations[random(model.populations.count)]
            return DisclosureModel.Kind(population: population, values: kind.values)
        }
        let part = box.masks[way]
        let others = model.codes[part.attribute.rawValue] & ~part.mask
        guard others != 0 else { return kind }
        return DisclosureModel.Kind(
            population: kind.population, values: replace(part.attribute, in: kind.values, by: pick(others)))
    }

    /// A kind with any codes that tables tell apart.
    private mutating func anyKind() -> DisclosureModel.Kind {
        var values: UInt64 = 0
        for attribute in StatisticAttribute.allCases {
            values = replace(attribute, in: values, by: pick(model.codes[attribute.rawValue]))
        }
        let population = model.populations.isEmpty ? 0 : model.populations[random(model.populations.count)]
        return DisclosureModel.Kind(population: population, values: values)
    }

    /// Puts another code into a kind.
    private func replace(_ attribute: StatisticAttribute, in values: UInt64, by code: Int) -> UInt64 {
        let mask = UInt64(StatisticAttribute.most - 1) << UInt64(attribute.shift)
        return values & ~mask | UInt64(code) << UInt64(attribute.shift)
    }

    /// One of the codes of a mask.
    private mutating func pick(_ mask: UInt64) -> Int {
        guard mask != 0 else { return 0 }
        var rest = mask
        for _ in 0..<random(mask.nonzeroBitCount) { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }

    /// One of the parts that are covered.
    private mutating func pick(_ covers: [Bool]) -> Int {
        guard !covers.isEmpty else { return 0 }
        let first = random(covers.count)
        for step in covers.indices {
            let place = (first + step) % covers.count
            if covers[place] { return place }
        }
        return 0
    }

    /// A number below another, the same in every run.
    private mutating func random(_ limit: Int) -> Int {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = seed
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return limit > 0 ? Int(truncatingIfNeeded: (mixed ^ mixed >> 31) % UInt64(limit)) : 0
    }
}
