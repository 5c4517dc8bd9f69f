import TincayIntake

@testable import TincayVault

/// An office with a population made of a seed, which publishes over some quarters what it is let, and is attacked.
struct AttackedOffice {
    /// What came of it.
    struct Tally {
        /// How many tables were asked for.
        var asked = 0
        /// How many were published.
        var published = 0
        /// How many small numbers were attacked.
        var attacked = 0
        /// How many of those were worked out, or were bounded too narrowly.
        var pinned = 0
        /// How many the attacker gave up on.
        var undecided = 0

        /// Adds up.
        static func += (sum: inout Tally, other: Tally) {
            sum.asked += other.asked
            sum.published += other.published
            sum.attacked += other.attacked
            sum.pinned += other.pinned
            sum.undecided += other.undecided
        }
    }

    /// The dimensions that are asked for.
    private static let shapes: [TableGrid] = [
        StatisticSketch.grid(), StatisticSketch.grid(.sex), StatisticSketch.grid(.concern),
        StatisticSketch.grid(.sex, .age), StatisticSketch.grid(.sex, .concern), StatisticSketch.grid(.age, .concern),
        StatisticSketch.grid(.sex, .age, .concern),
    ]
    /// The codes of every kind of case.
    private static let kinds: [UInt64] = (0..<12).map {
        CodedCase.values([(.sex, $0 % 2), (.age, $0 / 2 % 2), (.concern, $0 / 4)])
    }

    /// How many quarters there are.
    private let quarters: Int
    /// How many communes; one more may have cases of which the attacker does not know that there are none.
    private let units: Int
    /// The cases.
    private var cases: [CodedCase] = []
    /// What was published.
    private var tables: [PublishedTable] = []
    /// What came of it.
    private(set) var tally = Tally()

    /// Makes a population, publishes with some protection, and attacks.
    init(seed: UInt64, _ protection: TableProtection) {
        var random = SplitMix(seed: seed)
        quarters = 1 + random.next(3)
        units = 1 + random.next(2)
        for _ in 0..<(20 + random.next(120)) {
            let concern = random.next(3) == 0 ? 0 : 1 + random.next(2)
            cases += StatisticSketch.cases(
                1, quarter: Int32(random.next(quarters)), unit: UInt32(1 + random.next(units)), sex: random.next(2),
                age: random.next(2), concern: concern)
        }
        for _ in 0..<(3 + random.next(5)) { publish(protection, seed, &random) }
        attack()
    }

    /// Asks for one table.
    private mutating func publish(_ protection: TableProtection, _ seed: UInt64, _ random: inout SplitMix) {
        let grid = Self.shapes[random.next(Self.shapes.count)]
        let first = Int32(random.next(quarters))
        let last = random.next(3) == 0 ? Int32(quarters - 1) : first
        let unit = random.next(2) == 0 ? nil : UInt32(1 + random.next(units))
        let scope = StatisticSketch.scope(min(first, last)...max(first, last), unit)
        guard !tables.contains(where: { $0.scope == scope && $0.grid == grid }) else { return }
        tally.asked += 1
        let table = try? protection.publish(
            grid, scope, cases: cases, earlier: tables, rounding: StatisticSketch.draw(seed))
        guard let table else { return }
        tally.published += 1
        tables.append(table)
    }

    /// The kinds that each cell of some dimensions counts somewhere.
    private func members(_ scope: ReleaseScope, _ grid: TableGrid) -> [[Int]] {
        var members = [[Int]](repeating: [], count: grid.count)
        for quarter in 0..<quarters {
            for unit in 0...units {
                let somewhere = CodedCase(quarter: Int32(quarter), unit: UInt32(unit + 1), values: 0)
                guard scope.contains(somewhere) else { continue }
                for (kind, values) in Self.kinds.enumerated() {
                    let place = ((quarter * (units + 1)) + unit) * Self.kinds.count + kind
                    grid.visit(values) { members[$0].append(place) }
                }
            }
        }
        return members
    }

    /// Works out what can be known, and attacks every small number that is not told, also of parts that have no table.
    private mutating func attack() {
        var truth = [Int](repeating: 0, count: quarters * (units + 1) * Self.kinds.count)
        for coded in cases {
            guard let kind = Self.kinds.firstIndex(of: coded.values) else { continue }
            truth[(Int(coded.quarter) * (units + 1) + Int(coded.unit) - 1) * Self.kinds.count + kind] += 1
        }
        var attacker = Attacker(truth: truth)
        for table in tables {
            let members = members(table.scope, table.grid)
            let least = StatisticSketch.rules.thresholds(table.grid)
            for cell in table.cells.indices where table.cells[cell] != PublishedTable.hidden {
                let told = StatisticSketch.rules.interval(published: table.cells[cell], least: least[cell])
                attacker.learn(members[cell], between: Int(told.lowerBound), and: Int(told.upperBound))
            }
        }
        for table in tables {
            attack(table.grid, table.scope, &attacker, truth, told: table)
            for quarter in table.scope.quarters where table.scope.quarters.count > 1 {
                let scope = ReleaseScope(quarters: quarter...quarter, units: table.scope.units)
                attack(table.grid, scope, &attacker, truth, told: nil)
            }
            for unit in 1...units where table.scope.units == .everything {
                attack(
                    table.grid, StatisticSketch.scope(table.scope.quarters, UInt32(unit)), &attacker, truth, told: nil)
            }
        }
    }

    /// Attacks the cells of some dimensions somewhere.
    private mutating func attack(
        _ grid: TableGrid, _ scope: ReleaseScope, _ attacker: inout Attacker, _ truth: [Int], told: PublishedTable?
    ) {
        let thresholds = StatisticSketch.rules.thresholds(grid)
        for (cell, kinds) in members(scope, grid).enumerated() {
            guard told?.cells[cell] ?? PublishedTable.hidden == PublishedTable.hidden else { continue }
            // What stands in no table is bounded by the table it is a part of, which may be told from the threshold on.
            let least = Int(told == nil ? StatisticSketch.rules.least : thresholds[cell])
            let number = kinds.reduce(0) { $0 + truth[$1] }
            // One is enough.
            guard tally.pinned == 0, number < least, number > 0 || told != nil else { continue }
            tally.attacked += 1
            var low = 0
            while low < number, attacker.canBe(kinds, between: 0, and: low) == false { low += 1 }
            switch attacker.canBe(kinds, between: low + least, and: 1_000) {
            case true?: break
            case nil: tally.undecided += 1
            case false?:
                // That there is nobody is known where a zero is told.
                if number == 0, attacker.canBe(kinds, between: 1, and: 1_000) == false { continue }
                tally.pinned += 1
            }
        }
    }
}
