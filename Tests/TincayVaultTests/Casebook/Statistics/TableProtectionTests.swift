import Testing

@testable import TincayVault

/// Making tables that can be published.
struct TableProtectionTests {
    /// Publishes a table.
    private func publish(
        _ grid: TableGrid, _ cases: [CodedCase], _ scope: ReleaseScope = StatisticSketch.scope(),
        earlier: [PublishedTable] = [], seed: UInt64 = 1, budget: Int64 = 20_000_000
    ) throws -> PublishedTable {
        var protection = TableProtection(rules: StatisticSketch.rules)
        protection.budget = budget
        return try protection.publish(
            grid, scope, cases: cases, earlier: earlier, rounding: StatisticSketch.draw(seed))
    }

    @Test func whatIsTooFewIsNotTold() {
        #expect(throws: DisclosureRefusal.empty) { try publish(StatisticSketch.grid(), StatisticSketch.cases(4)) }
        #expect(throws: Never.self) { try publish(StatisticSketch.grid(), StatisticSketch.cases(5)) }
    }

    @Test func everyNumberIsRoundedToAMultipleOfFiveByLessThanFive() throws {
        for count in 5..<60 {
            let table = try publish(StatisticSketch.grid(), StatisticSketch.cases(count))
            #expect(table.cells[0] % 5 == 0)
            #expect(abs(Int(table.cells[0]) - count) < 5)
        }
    }

    @Test func roundingGoesBothWaysAndIsTheSameEachTime() throws {
        let cases = StatisticSketch.cases(52)
        let once = try (0..<40).map { try publish(StatisticSketch.grid(), cases, seed: $0).cells[0] }
        #expect(Set(once) == [50, 55])
        #expect(once.count { $0 == 50 } > once.count { $0 == 55 } / 2)
        #expect(try once == (0..<40).map { try publish(StatisticSketch.grid(), cases, seed: $0).cells[0] })
    }

    @Test func theSameCellIsRoundedAlikeInEveryTable() throws {
        let cases = StatisticSketch.cases(57) + StatisticSketch.cases(61, sex: 1) + StatisticSketch.cases(48, age: 1)
        for seed in UInt64(0)..<10 {
            let total = try publish(StatisticSketch.grid(), cases, seed: seed)
            let bySex = try publish(StatisticSketch.grid(.sex), cases, seed: seed)
            let both = try publish(StatisticSketch.grid(.sex, .age), cases, seed: seed)
            #expect(bySex.cells[bySex.grid.total] == total.cells[0])
            #expect(both.cells[both.grid.total] == total.cells[0])
        }
    }

    @Test func aSmallNumberTakesAnotherOneAlong() throws {
        let cases =
            StatisticSketch.cases(2) + StatisticSketch.cases(60, sex: 1) + StatisticSketch.cases(60, age: 1)
            + StatisticSketch.cases(60, sex: 1, age: 1)
        let table = try publish(StatisticSketch.grid(.sex, .age), cases)
        let inner = (0..<table.grid.count).filter { table.grid.isInner($0) }
        #expect(table.cells[table.grid.cell(at: [0, 0])] == PublishedTable.hidden)
        #expect(inner.count { table.cells[$0] == PublishedTable.hidden } > 1)
        #expect(table.cells[table.grid.total] != PublishedTable.hidden)
    }

    @Test func whatIsMoreDangerousToBeRecognisedByNeedsMore() throws {
        let others = StatisticSketch.cases(40, concern: 1) + StatisticSketch.cases(40, concern: 2)
        let few = try publish(StatisticSketch.grid(.concern), StatisticSketch.cases(9, concern: 0) + others)
        #expect(few.cells[0] == PublishedTable.hidden)
        let more = try publish(StatisticSketch.grid(.concern), StatisticSketch.cases(30, concern: 0) + others)
        #expect(more.cells[0] != PublishedTable.hidden)
    }

    @Test func thatThereIsNobodyIsNotToldOfFew() throws {
        // Of three children of the first age none is a girl: said, it would say what the three are.
        let cases =
            StatisticSketch.cases(3) + StatisticSketch.cases(40, age: 1) + StatisticSketch.cases(50, sex: 1, age: 1)
        let table = try publish(StatisticSketch.grid(.sex, .age), cases)
        #expect(table.cells[table.grid.cell(at: [1, 0])] == PublishedTable.hidden)
    }

    @Test func aGroupThatIsNearlyAllOfOneKindIsNotTakenApart() throws {
        let cases = StatisticSketch.cases(95) + StatisticSketch.cases(5, sex: 1)
        let table = try publish(StatisticSketch.grid(.sex), cases)
        #expect(table.cells[0] == PublishedTable.hidden)
        #expect(table.cells[1] == PublishedTable.hidden)
        #expect(table.cells[2] == 100)
    }

    @Test func aTableThatGivesADifferenceAwayIsRefused() throws {
        // Two communes; the second has three cases, which the total and the first commune's would give.
        let cases = StatisticSketch.cases(20, unit: 1) + StatisticSketch.cases(3, unit: 2)
        let grid = StatisticSketch.grid()
        let both = ReleaseScope(quarters: 0...0, units: UnitSet(communes: [1, 2], hasUnknown: false))
        for seed in UInt64(0)..<8 {
            let total = try publish(grid, cases, both, seed: seed)
            let one = try? publish(grid, cases, StatisticSketch.scope(0...0, 1), earlier: [total], seed: seed)
            guard let one else { continue }
            // Rounding may hide it: then the difference is as wide as the threshold.
            #expect(total.cells[0] + 4 - max(one.cells[0] - 4, 0) >= 5)
        }
    }

    @Test func theSecondYearOfAnOldProvinceDoesNotGiveAway() throws {
        // An old unit and its successor share one commune; what they do not share is small.
        let cases = StatisticSketch.cases(60, unit: 1) + StatisticSketch.cases(2, unit: 2)
        let old = ReleaseScope(quarters: 0...3, units: UnitSet(communes: [1], hasUnknown: false))
        let new = ReleaseScope(quarters: 0...3, units: UnitSet(communes: [1, 2], hasUnknown: false))
        let grid = StatisticSketch.grid(.sex)
        let first = try? publish(grid, cases, old)
        let second = try? publish(grid, cases, new, earlier: first.map { [$0] } ?? [])
        if let first, let second {
            #expect(second.cells[2] + 4 - max(first.cells[2] - 4, 0) >= 5)
        }
    }

    @Test func whatCannotBeFoundOutInTimeIsRefused() {
        let cases = StatisticSketch.cases(3) + StatisticSketch.cases(40, sex: 1) + StatisticSketch.cases(40, age: 1)
        #expect(throws: DisclosureRefusal.undecided) {
            try publish(StatisticSketch.grid(.sex, .age), cases, budget: 10)
        }
    }

    @Test func theSameCasesGiveTheSameTable() throws {
        var random = SplitMix(seed: 5)
        let cases = (0..<200).flatMap { _ in
            StatisticSketch.cases(1, sex: random.next(2), age: random.next(2), concern: random.next(3))
        }
        let grid = StatisticSketch.grid(.sex, .age, .concern)
        #expect(try publish(grid, cases) == publish(grid, cases))
    }
}
