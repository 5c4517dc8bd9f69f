import TincayIntake
import TincayVault

/// A clock that stands still until a test moves it; every test uses it from one thread.
final class TestClock: @unchecked Sendable {
    /// What it tells, at first noon in Indochina on 2026-03-02.
    var milliseconds: Int64 = 1_772_427_600_000

    /// How long the machine has been on, in milliseconds.
    var uptime: Int64 = 0

    /// The clock as the vault takes it.
    var clock: Clock {
        Clock(now: { Moment(milliseconds: self.milliseconds) }, uptime: { self.uptime })
    }

    /// Goes on while the machine is running.
    func run(hours: Int64 = 0, seconds: Int64 = 0) {
        milliseconds += hours * 3_600_000 + seconds * 1000
        uptime += hours * 3_600_000 + seconds * 1000
    }

    /// Goes on by days, or back by negative ones.
    func advance(days: Int64) {
        milliseconds += days * 86_400_000
    }
}
