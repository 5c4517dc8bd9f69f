import Testing
import TincayIntake

@testable import TincayVault

/// What a passphrase costs when that is measured.
struct PassphraseCostTests {
    @Test func aMeasuredCostIsNeverBelowTheStandard() throws {
        let cost = try PassphraseCost.measured(milliseconds: 100, clock: .system)
        #expect(cost.memory >= 64 && cost.memory <= 1024)
        #expect(cost.passes >= 3 && cost.passes <= 10)
    }

    /// A clock on which one derivation after the other takes so long.
    private final class Stopwatch: @unchecked Sendable {
        /// The times, in milliseconds.
        private var times: [Int64]
        /// What it shows.
        private var shown: Int64 = 0
        /// Whether a derivation is running.
        private var isRunning = false

        /// Starts with the times.
        init(_ times: [Int64]) {
            self.times = times
        }

        /// What it shows before and after each derivation in turn.
        func read() -> Int64 {
            if isRunning { shown += times.isEmpty ? 1 : times.removeFirst() }
            isRunning.toggle()
            return shown
        }
    }

    @Test(
        arguments: [
            ([40, 80], 128, 3), ([40, 101], 64, 7), ([500], 64, 3), ([5, 101], 64, 10),
        ] as [([Int64], UInt32, UInt32)])
    func memoryComesFirstAndPassesMakeUpForTheRest(times: [Int64], memory: UInt32, passes: UInt32) throws {
        let stopwatch = Stopwatch(times)
        let clock = Clock(now: { Moment(milliseconds: 0) }, uptime: { stopwatch.read() })
        let cost = try PassphraseCost.measured(milliseconds: 100, clock: clock)
        #expect(cost.memory == memory)
        #expect(cost.passes == passes)
    }

    @Test func eitherTheMachineSaysWhatItCostsOrTheHost() throws {
        let office = try TestOffice()
        for setup in [
            #"{"kdf": {"target_ms": 99}}"#, #"{"kdf": {"target_ms": 5001}}"#,
            #"{"kdf": {"target_ms": 100, "passes": 2}}"#, #"{"kdf": {"target_ms": 100, "memory_mib": 64}}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try office.create(setup: setup) }
        }
        try office.create(setup: #"{"kdf": {"target_ms": 100}}"#)
        #expect(throws: Never.self) { try office.open() }
    }
}
