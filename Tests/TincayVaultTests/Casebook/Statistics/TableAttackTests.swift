import Foundation
import Testing

@testable import TincayVault

/// What somebody can work out who has everything that was published.
struct TableAttackTests {
    /// Offices with protection of some kind, one after the other, all published and attacked.
    private func attack(_ seeds: Range<UInt64>, _ change: (inout TableProtection) -> Void) -> AttackTally {
        var protection = TableProtection(rules: StatisticSketch.rules)
        protection.budget = 2_000_000
        change(&protection)
        var tally = AttackTally()
        for seed in seeds where tally.pinned == 0 { tally += AttackedOffice(seed: seed, protection).tally }
        return tally
    }

    @Test func nobodyPinsASmallNumber() {
        let tally = attack(0..<8) { _ in }
        #expect(tally.pinned == 0)
        #expect(tally.attacked > 60)
        #expect(tally.undecided * 4 < tally.attacked)
        #expect(tally.published * 2 > tally.asked)
    }

    @Test func withoutOmittingMoreThanSmallNumbersTheyArePinned() {
        #expect(attack(2..<4) { $0.isComplementary = false }.pinned > 0)
    }

    @Test func withoutRememberingEarlierTablesTheyArePinned() {
        #expect(attack(15..<16) { $0.isRemembering = false }.pinned > 0)
    }

    /// Desks over a year and a half, one after the other; many more when there is time.
    private func live(_ seeds: Range<UInt64>, _ change: (inout TableProtection) -> Void) throws -> AttackTally {
        var protection = TableProtection(rules: .standard)
        protection.budget = 2_000_000
        change(&protection)
        var tally = AttackTally()
        for seed in seeds where tally.pinned == 0 {
            let years = try AttackedYears(seed: seed, protection)
            #expect(years.faults == [], "seed \(seed)")
            tally += years.tally
            if years.tally.pinned > 0 { print("pinned with seed \(seed)") }
        }
        return tally
    }

    @Test func nobodyPinsASmallNumberOverTheYears() throws {
        let isLong = ProcessInfo.processInfo.environment["TINCAY_SOAK"] != nil
        let tally = try live(0..<(isLong ? 300 : 6)) { _ in }
        #expect(tally.pinned == 0)
        #expect(tally.attacked > 60)
        #expect(tally.undecided * 4 < tally.attacked)
        #expect(tally.published * 3 > tally.asked)
        if isLong { print(tally) }
    }

    @Test func overTheYearsTheyArePinnedWithoutRememberingEarlierTables() throws {
        #expect(try live(0..<6) { $0.isRemembering = false }.pinned > 0)
    }
}
