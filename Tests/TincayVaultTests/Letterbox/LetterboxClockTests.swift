import Testing

@testable import TincayVault

@Suite struct LetterboxClockTests {
    /// A machine with a box's state: what runs, what is off, and what its clock is set to.
    struct Machine {
        /// How many days the world has gone on since 1970-01-01.
        var hours: Int64
        /// By how many hours the machine's clock is ahead of the world.
        var error: Int64 = 0
        /// How long the machine has been on.
        var uptime: Int64 = 0
        /// The box's memory.
        var state: LetterboxState

        /// A box that is made on the morning of day 20,000 by a clock that is right.
        init(error: Int64 = 0) {
            hours = 20_000 * 24 + 8
            self.error = error
            state = LetterboxState(day: (hours + error) / 24)
            state.open(4, today: 4)
        }

        /// The day in the world.
        var day: Int64 { hours / 24 }

        /// Looks at the clock.
        mutating func look() {
            _ = state.hear((hours + error) / 24, uptime: uptime * 3_600_000 + 1, slotsPerDay: 4)
        }

        /// Runs for so many hours.
        mutating func run(_ more: Int64) {
            for _ in 0..<more {
                hours += 1
                uptime += 1
                look()
            }
        }

        /// Is off for so many hours, and looks once it is on again.
        mutating func off(_ more: Int64) {
            hours += more
            uptime = 0
            look()
        }
    }

    @Test func aMachineThatRunsAllTheTimeHasEveryDayConfirmed() {
        var machine = Machine()
        for _ in 0..<60 {
            machine.run(24)
            #expect(machine.state.confirmed >= machine.day - 1 && machine.state.confirmed <= machine.day)
            #expect(!machine.state.clockIsDoubtful)
        }
    }

    @Test func theFirstDayIsConfirmedAfterTwentyHours() {
        var machine = Machine()
        machine.run(19)
        #expect(machine.day == 20_001 && machine.state.confirmed == 20_000)
        machine.run(1)
        #expect(machine.state.confirmed == 20_001)
    }

    @Test func aMachineThatIsOffAtNightAndOnWeekendsIsTrustedForAMonth() {
        var machine = Machine()
        for week in 0..<10 {
            for _ in 0..<5 {
                machine.run(8)
                machine.off(16)
            }
            machine.off(48)
            if week < 4 { #expect(!machine.state.clockIsDoubtful, "week \(week)") }
        }
        // By then nothing but the clock has vouched for more than a month.
        #expect(machine.state.clockIsDoubtful)
        machine.state.hear(desk: machine.day)
        #expect(!machine.state.clockIsDoubtful && machine.state.confirmed == machine.day)
    }

    @Test func aMachineThatWasOffForAMonthIsDoubtfulUntilADeskSaysSo() {
        var machine = Machine()
        machine.run(8)
        machine.off(24 * 30)
        #expect(machine.state.clockIsDoubtful && machine.state.confirmed == 20_000)
        machine.run(8)
        machine.state.hear(desk: machine.day - 20)
        #expect(machine.state.clockIsDoubtful && machine.state.confirmed == machine.day - 20)
        machine.state.hear(desk: machine.day - 1)
        #expect(!machine.state.clockIsDoubtful && machine.state.confirmed == machine.day - 1)
    }

    @Test func aDeadBatteryIsDoubtfulAndConfirmsNothingUntilTheClockIsSet() {
        var machine = Machine()
        machine.run(30)
        let confirmed = machine.state.confirmed
        machine.error = -machine.hours
        machine.off(10)
        machine.run(72)
        #expect(machine.state.clockIsDoubtful && machine.state.confirmed == confirmed)
        machine.error = 0
        machine.run(1)
        // The machine has run for as long as the clock was wrong, so that it vouches for the day it is set to.
        #expect(!machine.state.clockIsDoubtful && machine.state.confirmed >= machine.day - 1)
    }

    @Test func aClockSetToTheYear2099IsDoubtfulUntilItIsSetBack() {
        var machine = Machine()
        machine.run(8)
        machine.error = 27_000 * 24
        machine.run(100)
        #expect(machine.state.clockIsDoubtful)
        #expect(machine.state.confirmed <= machine.day + 1)
        machine.error = 0
        machine.run(1)
        #expect(!machine.state.clockIsDoubtful && machine.state.day == machine.day)
        machine.run(30)
        #expect(!machine.state.clockIsDoubtful && machine.state.confirmed <= machine.day)
    }

    @Test func aReceiptNeitherMovesTheConfirmedDayAheadOfTheClockNorBack() {
        var machine = Machine()
        machine.state.hear(desk: 20_001)
        #expect(machine.state.confirmed == 20_000)
        machine.state.hear(desk: 30_000)
        #expect(machine.state.confirmed == 20_000)
        machine.state.hear(desk: 10_000)
        #expect(machine.state.confirmed == 20_000)
    }

    @Test func aReceiptThatIsReadAgainConfirmsNothingMore() {
        var machine = Machine()
        machine.off(24 * 40)
        machine.state.hear(desk: 20_020)
        machine.run(23)
        let before = machine.state
        machine.state.hear(desk: 20_020)
        #expect(machine.state == before)
    }

    @Test(arguments: 0..<200)
    func noOrderOfClocksAndRestartsConfirmsADayThatHasNotCome(_ seed: UInt64) {
        var random = seed &* 0x9e37_79b9_7f4a_7c15 | 1
        func number(below bound: UInt64) -> Int64 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int64(random >> 16) % Int64(bound)
        }
        // The clock may be wrong from the start.
        var machine = Machine(error: seed % 3 == 0 ? number(below: 20_000) - 10_000 : 0)
        var anchors = [(day: machine.state.confirmed, hours: machine.hours)]
        for _ in 0..<300 {
            let before = machine.state.confirmed
            switch number(below: 8) {
            case 0...2: machine.run(number(below: 60))
            case 3: machine.off(number(below: 24 * 10))
            case 4: machine.error = number(below: 24 * 80_000) - 24 * 40_000
            case 5: machine.error += number(below: 24 * 8) - 24 * 4
            case 6: machine.error = 0
            default:
                let signed = machine.day - number(below: 10)
                machine.state.hear(desk: signed)
                anchors.append((signed, machine.hours))
            }
            if number(below: 2) == 0 { machine.look() }
            let most = anchors.map { $0.day + (machine.hours - $0.hours) / 24 + 1 }.max() ?? 0
            #expect(machine.state.confirmed >= before && machine.state.confirmed <= most)
            #expect((try? LetterboxState(bytes: machine.state.bytes, slotsPerDay: 4)) == machine.state)
        }
    }
}
