import CPlatform
public import TincayIntake

/// Where a box and a desk learn what time it is; tests bring their own.
public struct Clock: Sendable {
    /// Tells the time.
    public let now: @Sendable () -> Moment

    /// Makes a clock out of a function that tells the time.
    public init(now: @escaping @Sendable () -> Moment) {
        self.now = now
    }

    /// The host's wall clock.
    public static let system = Clock {
        var time = timespec()
        // SAFETY: `time` has room for what is written; a failure leaves it at 0, a time before every report.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1000)
        return Moment(milliseconds: overflow ? 0 : seconds &+ Int64(time.tv_nsec) / 1_000_000)
    }
}
