import Testing

@testable import TincayVault

@Suite struct LetterboxStateTests {
    /// A box of four slots a day that was made on day 20,000.
    func made() -> LetterboxState {
        var state = LetterboxState(day: 20_000)
        state.open(4, today: 4)
        return state
    }

    @Test func aNewDayBringsItsSlotsAndForgetsWhichWereUsed() {
        var state = made()
        state.use(2)
        #expect(state.unused == [0, 1, 3])
        #expect(state.hear(20_001, uptime: 0, slotsPerDay: 4) == 4)
        #expect(state.first == 5 && state.next == 9 && state.unused == [0, 1, 2, 3] && state.used == 0)
        #expect(state.hear(20_001, uptime: 0, slotsPerDay: 4) == nil)
    }

    @Test func daysThatNobodySawBringTheirSlotsTooButNotMoreThanAMonthOfThem() {
        var state = made()
        #expect(state.hear(20_010, uptime: 0, slotsPerDay: 4) == 40)
        #expect(state.first == 41 && state.today == 4)
        #expect(state.hear(47_482, uptime: 0, slotsPerDay: 4) == 124)
        #expect(state.today == 4)
    }

    @Test func slotsAddedForReportsAreSavedOnTheDaysThatFollow() {
        var state = made()
        for _ in 0..<6 { _ = state.overflow() }
        #expect(state.next == 11 && state.ahead == 6)
        #expect(state.hear(20_001, uptime: 0, slotsPerDay: 4) == 0)
        #expect(state.today == 0 && state.unused.isEmpty)
        #expect(state.hear(20_002, uptime: 0, slotsPerDay: 4) == 2)
        #expect(state.hear(20_003, uptime: 0, slotsPerDay: 4) == 4)
        var quiet = made()
        for day in 20_001...20_003 { _ = quiet.hear(Int64(day), uptime: 0, slotsPerDay: 4) }
        #expect(state == quiet)
    }

    @Test func aClockThatRunsBackwardsIsDoubtfulAndChangesNothing() {
        var state = made()
        state.use(0)
        let before = state
        #expect(state.hear(19_000, uptime: 0, slotsPerDay: 4) == nil)
        #expect(state.clockIsDoubtful && state.used == before.used && state.next == before.next)
        #expect(state.hear(20_000, uptime: 0, slotsPerDay: 4) == nil)
        #expect(state == before)
    }

    @Test func daysStillEndWhileTheLatestDayLiesInTheFuture() {
        var state = made()
        #expect(state.hear(47_482, uptime: 0, slotsPerDay: 4) == 124)
        #expect(state.hear(25_001, uptime: 0, slotsPerDay: 4) == nil)
        state.use(0)
        #expect(state.hear(25_002, uptime: 0, slotsPerDay: 4) == 4)
        #expect(state.used == 0 && state.clockIsDoubtful && state.day == 47_482)
    }

    @Test func aDesksSignedTimeClearsAClockThatIsRightAfterAll() {
        var state = made()
        _ = state.hear(47_482, uptime: 0, slotsPerDay: 4)
        _ = state.hear(20_010, uptime: 0, slotsPerDay: 4)
        state.hear(desk: 20_100)
        #expect(state.clockIsDoubtful)
        state.hear(desk: 20_009)
        #expect(!state.clockIsDoubtful && state.day == 20_010)
    }

    @Test func aSlotThatWasFreedTodayTakesAReportAgain() {
        var state = made()
        state.use(1)
        state.refresh(2, again: false)
        #expect(state.unused == [0, 1, 2, 3] && state.pending == 3)
        let extra = state.overflow()
        state.refresh(extra, again: false)
        #expect(state.unused == [0, 1, 2, 3] && state.pending == 3)
    }

    @Test func aStateIsReadAsItWasWrittenAndAlwaysOfOneSize() throws {
        var state = made()
        let bytes = state.bytes
        state.use(3)
        _ = state.hear(19_990, uptime: 0, slotsPerDay: 4)
        state.lastPacked = LetterboxState.count(.max)
        #expect(try LetterboxState(bytes: state.bytes, slotsPerDay: 4) == state)
        #expect(state.bytes.count == LetterboxState.size && bytes.count == LetterboxState.size)
        let early = LetterboxState(day: -3)
        #expect(try LetterboxState(bytes: early.bytes, slotsPerDay: 4) == early)
    }

    @Test func bytesThatNoBoxWroteAreNoState() {
        let good = made().bytes
        #expect(throws: VaultError.badFormat) { try LetterboxState(bytes: [], slotsPerDay: 4) }
        #expect(throws: VaultError.badFormat) { try LetterboxState(bytes: good + [0], slotsPerDay: 4) }
        #expect(throws: VaultError.badFormat) { try LetterboxState(bytes: good, slotsPerDay: 3) }
        for number in 0..<LetterboxState.size / 8 {
            var bytes = good
            bytes.replaceSubrange(
                number * 8..<number * 8 + 8, with: [255, 255, 255, 255, 255, 255, 255, 127])
            #expect(throws: VaultError.badFormat, "number \(number)") {
                try LetterboxState(bytes: bytes, slotsPerDay: 4)
            }
            // Days may lie before 1970; nothing else is ever less than nothing.
            if ![0, 1, 11, 19].contains(number) {
                bytes[number * 8 + 7] = 255
                #expect(throws: VaultError.badFormat, "number \(number)") {
                    try LetterboxState(bytes: bytes, slotsPerDay: 4)
                }
            }
        }
    }
}
