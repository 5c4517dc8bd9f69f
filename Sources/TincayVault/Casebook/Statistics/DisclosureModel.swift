/// What somebody knows who has every published table, as bounds on cells, and a population that fits all of it.
///
/// A population is how many cases there are of each kind. Whether a number can be worked out is never argued from the
/// bounds, which could be too kind: it is shown by other populations that fit everything published and differ in it.
struct DisclosureModel {
    /// A kind of case: where and when, and its codes.
    struct Kind: Hashable {
        /// The part of time and place, as `populations` lists them.
        let population: Int32
        /// The codes of its attributes.
        let values: UInt64
    }

    /// A published table among the bounds.
    struct Table {
        /// The parts of time and place that it covers.
        let covers: [Bool]
        /// Its cells.
        let grid: TableGrid
        /// The bound of its first cell.
        let first: Int
    }

    /// Stands for a cell of which nothing is known.
    static let unbounded = Int32.max

    /// The tables.
    let tables: [Table]
    /// How many parts of time and place there are.
    let populationCount: Int
    /// The parts that some table covers, for making kinds up.
    let populations: [Int32]
    /// The codes of each attribute that some table counts; one code when none does.
    let codes: [UInt64]
    /// The bits of a coded case that some table looks at.
    let relevant: UInt64
    /// The least number of each bounded cell; the last is the one that is looked for.
    var low: [Int32]
    /// The greatest number of each bounded cell.
    var high: [Int32]
    /// The number in the population at hand.
    var value: [Int32]
    /// The kinds that occur, or were thought of.
    private(set) var kinds: [Kind] = []
    /// Where each kind stands.
    private var places: [Kind: Int] = [:]
    /// The bounded cells that count each kind.
    private(set) var touches: [[Int32]] = []
    /// How many cases of each kind the population at hand has.
    private(set) var counts: [Int32] = []
    /// How many of each kind there were at first.
    private(set) var start: [Int32] = []
    /// The kinds whose number was changed, each once.
    private(set) var moved: [Int] = []
    /// Whether each kind is among those.
    private var isMoved: [Bool] = []
    /// The cells that are out of bounds, in no order.
    private(set) var violated: [Int32] = []
    /// Where each cell stands among those; -1 for a cell within its bounds.
    private var violatedPlaces: [Int32]
    /// By how much the cells are out of bounds, all together.
    private(set) var violation: Int64 = 0
    /// How many bounds may still be looked at.
    var budget: Int64

    /// Starts with nobody, and the bounds of tables.
    init(
        tables: [(covers: [Bool], grid: TableGrid)], populationCount: Int, budget: Int64
    ) {
        var first = 0
        var list: [Table] = []
        for table in tables {
            list.append(Table(covers: table.covers, grid: table.grid, first: first))
            first += table.grid.count
        }
        self.tables = list
        self.populationCount = populationCount
        populations = (0..<populationCount).filter { part in list.contains { $0.covers[part] } }.map {
            Int32(truncatingIfNeeded: $0)
        }
        var codes = [UInt64](repeating: 0, count: StatisticAttribute.allCases.count)
        var relevant: UInt64 = 0
        for axis in list.flatMap({ $0.grid.axes }) {
            codes[axis.attribute.rawValue] |= axis.all
            relevant |= UInt64(StatisticAttribute.most - 1) << UInt64(axis.attribute.shift)
        }
        self.codes = codes.map { $0 == 0 ? 1 : $0 }
        self.relevant = relevant
        low = [Int32](repeating: 0, count: first + 1)
        high = [Int32](repeating: Self.unbounded, count: first + 1)
        value = low
        violatedPlaces = [Int32](repeating: -1, count: first + 1)
        self.budget = budget
    }

    /// The place of the number that is looked for.
    var goal: Int { low.count - 1 }

    /// Where a kind stands, which is noted when it is new.
    mutating func place(of kind: Kind) -> Int {
        if let place = places[kind] { return place }
        var touched: [Int32] = []
        for table in tables where table.covers[Int(kind.population)] {
            table.grid.visit(kind.values) { cell in
                let bound = table.first + cell
                if high[bound] != Self.unbounded || low[bound] != 0 { touched.append(Int32(truncatingIfNeeded: bound)) }
            }
        }
        let place = kinds.count
        kinds.append(kind)
        touches.append(touched)
        counts.append(0)
        start.append(0)
        isMoved.append(false)
        places[kind] = place
        return place
    }

    /// Puts a case into the population that everything starts from.
    mutating func add(_ kind: Kind) {
        let place = place(of: kind)
        counts[place] += 1
        start[place] += 1
        for bound in touches[place] { value[Int(bound)] += 1 }
    }

    /// Looks once at every bound, when the population is complete.
    mutating func settle() {
        for bound in low.indices { note(bound, before: 0) }
    }

    /// Changes how many cases of a kind there are.
    mutating func move(_ place: Int, by difference: Int32, inGoal isInGoal: Bool) {
        if !isMoved[place] {
            isMoved[place] = true
            moved.append(place)
        }
        counts[place] += difference
        budget -= Int64(touches[place].count) + 1
        for touched in touches[place] {
            let bound = Int(touched)
            let before = excess(bound)
            value[bound] += difference
            note(bound, before: before)
        }
        guard isInGoal else { return }
        // The number that is looked for is a bound like others, but only while it is looked for.
        let before = excess(goal)
        value[goal] += difference
        note(goal, before: before)
    }

    /// Goes back to the population that everything starts from.
    mutating func rewind() {
        for place in moved {
            let difference = start[place] - counts[place]
            isMoved[place] = false
            guard difference != 0 else { continue }
            counts[place] += difference
            for touched in touches[place] {
                let bound = Int(touched)
                let before = excess(bound)
                value[bound] += difference
                note(bound, before: before)
            }
        }
        moved.removeAll(keepingCapacity: true)
        setGoal(value: 0, bounds: 0...Self.unbounded)
    }

    /// Makes the population at hand the one that everything starts from.
    mutating func restart() {
        start = counts
        for place in moved { isMoved[place] = false }
        moved.removeAll(keepingCapacity: true)
    }

    /// Looks for another number.
    mutating func setGoal(value number: Int32, bounds: ClosedRange<Int32>) {
        let before = excess(goal)
        value[goal] = number
        low[goal] = bounds.lowerBound
        high[goal] = bounds.upperBound
        note(goal, before: before)
    }

    /// Takes away what is known of a cell, because it is not published after all.
    mutating func unbind(_ bound: Int) {
        let before = excess(bound)
        low[bound] = 0
        high[bound] = Self.unbounded
        note(bound, before: before)
    }

    /// By how much a cell is out of its bounds.
    private func excess(_ bound: Int) -> Int32 {
        max(0, low[bound] - value[bound], value[bound] - high[bound])
    }

    /// Keeps the list of cells out of bounds true.
    private mutating func note(_ bound: Int, before: Int32) {
        let after = excess(bound)
        guard after != before else { return }
        violation += Int64(after) - Int64(before)
        let place = violatedPlaces[bound]
        if after > 0, place < 0 {
            violatedPlaces[bound] = Int32(truncatingIfNeeded: violated.count)
            violated.append(Int32(truncatingIfNeeded: bound))
        } else if after == 0, place >= 0, let last = violated.popLast() {
            if Int(last) != bound {
                violated[Int(place)] = last
                violatedPlaces[Int(last)] = place
            }
            violatedPlaces[bound] = -1
        }
    }
}
