import TincayIntake

@testable import TincayVault

/// An office with a population made of a seed, which publishes over some quarters what it is let, and is attacked.
struct AttackedOffice {
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
    private(set) var tally = AttackTally()

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
        let quarters = Int32(quarters)
        var attack = TableAttack(
            kinds: Self.kinds, quarters: 0..<quarters, units: (1...units + 1).map { UInt32($0) }, cases: cases,
            rules: StatisticSketch.rules)
        tally += attack.run(on: tables)
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
}
