import Testing

@testable import TincayVault

/// What somebody can work out who has everything that was published.
struct TableAttackTests {
    /// Offices with protection of some kind, one after the other, all published and attacked.
    private func attack(_ seeds: Range<UInt64>, _ change: (inout TableProtection) -> Void) -> AttackedOffice.Tally {
        var protection = TableProtection(rules: StatisticSketch.rules)
        protection.budget = 2_000_000
        change(&protection)
        var tally = AttackedOffice.Tally()
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
        #expect(attack(0..<6) { $0.isComplementary = false }.pinned > 0)
    }

    @Test func withoutRememberingEarlierTablesTheyArePinned() {
        #expect(attack(15..<16) { $0.isRemembering = false }.pinned > 0)
    }
}
