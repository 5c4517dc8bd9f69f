/// How many reports may still come in: a bucket that empties with each report and fills with time.
///
/// It is full at the start of every day, so that it tells nothing about the day before.
extension LetterboxState {
    /// What a report takes.
    private static let report: Int64 = 1000

    /// Whether a report that is not urgent may come in now.
    func admits(at now: Int64, _ limits: LetterboxLimits) -> Bool {
        allowance(at: now, limits) >= Self.report
    }

    /// Notes that a report came in.
    mutating func admit(at now: Int64, _ limits: LetterboxLimits) {
        allowance = max(0, allowance(at: now, limits) - Self.report)
        // 0 stands for a bucket that is full since the day began.
        allowanceTime = max(1, Self.count(now))
    }

    /// Forgets a time that lies ahead, so that a clock that was set back fills the bucket again from now on.
    mutating func reckon(at now: Int64) {
        if allowanceTime > Self.count(now) { allowanceTime = max(1, Self.count(now)) }
    }

    /// What is in the bucket at a moment; a clock that was set back fills in nothing.
    private func allowance(at now: Int64, _ limits: LetterboxLimits) -> Int64 {
        let full = limits.burst * Self.report
        guard allowanceTime > 0 else { return full }
        let elapsed = max(0, Self.count(now) - allowanceTime)
        // Both are small: the time less than 2 to the power of 48, the rate at most 100,000 reports an hour.
        let filled = elapsed / 3600 * limits.perHour + elapsed % 3600 * limits.perHour / 3600
        return min(full, allowance + filled)
    }
}
