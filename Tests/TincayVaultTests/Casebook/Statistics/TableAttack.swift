@testable import TincayVault

/// An attack on published tables: works out what can be known of every small number that they do not tell.
struct TableAttack {
    /// The codes of every kind of case that the attacker takes for possible.
    private let kinds: [UInt64]
    /// The quarters that tables are about.
    private let quarters: Range<Int32>
    /// The communes; of the last one the attacker does not know whether it has any cases.
    private let units: [UInt32]
    /// How many cases of each kind there are, for each quarter and commune.
    private let truth: [Int]
    /// The numbers that tables are protected by.
    private let rules: ProtectionRules
    /// What came of it so far.
    private var tally = AttackTally()

    /// Starts with the true cases.
    init(
        kinds: [UInt64], quarters: Range<Int32>, units: [UInt32], cases: [CodedCase], rules: ProtectionRules
    ) {
        self.kinds = kinds
        self.quarters = quarters
        self.units = units
        self.rules = rules
        var truth = [Int](repeating: 0, count: quarters.count * units.count * kinds.count)
        for coded in cases where quarters.contains(coded.quarter) {
            guard let kind = kinds.firstIndex(of: coded.values), let unit = units.firstIndex(of: coded.unit) else {
                continue
            }
            truth[(Int(coded.quarter - quarters.lowerBound) * units.count + unit) * kinds.count + kind] += 1
        }
        self.truth = truth
    }

    /// The numbers that a table is about, as they truly are.
    func numbers(_ scope: ReleaseScope, _ grid: TableGrid) -> [Int] {
        members(scope, grid).map { $0.reduce(0) { $0 + truth[$1] } }
    }

    /// The kinds that each cell of some dimensions counts somewhere.
    private func members(_ scope: ReleaseScope, _ grid: TableGrid) -> [[Int]] {
        var members = [[Int]](repeating: [], count: grid.count)
        var place = 0
        for quarter in quarters {
            for unit in units {
                let isCovered = scope.contains(CodedCase(quarter: quarter, unit: unit, values: 0))
                for values in kinds {
                    if isCovered { grid.visit(values) { members[$0].append(place) } }
                    place += 1
                }
            }
        }
        return members
    }

    /// Works out what can be known, and attacks every small number that is not told, also of parts that have no table.
    mutating func run(on tables: [PublishedTable]) -> AttackTally {
        var attacker = Attacker(truth: truth)
        for table in tables {
            let members = members(table.scope, table.grid)
            let least = rules.thresholds(table.grid)
            for cell in table.cells.indices where table.cells[cell] != PublishedTable.hidden {
                let told = rules.interval(published: table.cells[cell], least: least[cell])
                attacker.learn(members[cell], between: Int(told.lowerBound), and: Int(told.upperBound))
            }
        }
        for table in tables {
            attack(table.grid, table.scope, &attacker, told: table)
            for quarter in table.scope.quarters where table.scope.quarters.count > 1 {
                let scope = ReleaseScope(quarters: quarter...quarter, units: table.scope.units)
                attack(table.grid, scope, &attacker, told: nil)
            }
            for unit in units.dropLast() where table.scope.units == .everything {
                attack(table.grid, StatisticSketch.scope(table.scope.quarters, unit), &attacker, told: nil)
            }
        }
        return tally
    }

    /// Attacks the cells of some dimensions somewhere.
    private mutating func attack(
        _ grid: TableGrid, _ scope: ReleaseScope, _ attacker: inout Attacker, told: PublishedTable?
    ) {
        let thresholds = rules.thresholds(grid)
        for (cell, kinds) in members(scope, grid).enumerated() where !kinds.isEmpty {
            guard told?.cells[cell] ?? PublishedTable.hidden == PublishedTable.hidden else { continue }
            // What stands in no table is bounded by the table it is a part of, which may be told from the threshold on.
            let least = Int(told == nil ? rules.least : thresholds[cell])
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
