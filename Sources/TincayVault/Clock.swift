import CPlatform
public import TincayIntake

/// Where a box and a desk learn what time it is; tests bring their own.
public struct Clock: Sendable {
    /// Tells the time, which somebody may have set wrongly.
    public let now: @Sendable () -> Moment
    /// Tells how long the machine has been on, in milliseconds, which nobody can set.
    public let uptime: @Sendable () -> Int64

    /// Makes a clock out of functions that tell the time and how long the machine has been on.
    public init(now: @escaping @Sendable () -> Moment, uptime: @escaping @Sendable () -> Int64 = { 0 }) {
        self.now = now
        self.uptime = uptime
    }

    /// The host's clocks.
    public static let system = Clock(
        now: { Moment(milliseconds: read(CLOCK_REALTIME)) },
        uptime: { read(clockid_t(TINCAY_CLOCK_RUNNING)) })

    /// What one of the system's clocks tells, in milliseconds.
    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // SAFETY: `time` has room for what is written; a failure leaves it at 0, a time before every report.
        unsafe clock_gettime(clock, &time)
        let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1000)
        return overflow ? 0 : seconds &+ Int64(time.tv_nsec) / 1_000_000
    }
}
