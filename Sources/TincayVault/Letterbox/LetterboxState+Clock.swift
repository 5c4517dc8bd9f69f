/// How far the clock is to be believed.
///
/// Two things vouch for a day: a desk's signed time, and the time that the machine has run since a day that was vouched
/// for. Neither can be set by whoever sets the clock, and a dead battery does not make either run ahead. What they
/// vouch for is `confirmed`; beyond it the clock is believed as far as an ordinary life of a machine explains.
extension LetterboxState {
    /// How long an hour is, in milliseconds; running is counted in whole ones, so that the state tells no finer times.
    static let hour: Int64 = 3_600_000
    /// How long a day is, in milliseconds.
    static let wholeDay: Int64 = 24 * hour
    /// How much of a day counts as run before it begins: the first day is confirmed after 20 hours, so that a machine
    /// that runs all the time has each day confirmed in its course; the sum is never more than a day ahead.
    static let lead: Int64 = 4 * hour
    /// How many days a machine may have been off between two looks without a doubt: a weekend and the day after it.
    static let weekend: Int64 = 3
    /// How many days the clock may be ahead of the confirmed day without a doubt.
    static let leash: Int64 = 31

    /// Whether the clock is behind its own past, has jumped ahead, or was believed for too long without a receipt.
    var clockIsDoubtful: Bool { told < day || jumped > 0 || told - confirmed > Self.leash }

    /// Counts how long the machine has run since it was last asked, and gives it; a machine that was switched on since
    /// then has run for as long as it says.
    mutating func count(uptime milliseconds: Int64) -> Int64 {
        let now = Self.count(milliseconds) / Self.hour * Self.hour
        let run = now < uptime ? now : now - uptime
        uptime = now
        ran = Self.count(ran + run)
        return run
    }

    /// Begins to count the machine's running now.
    mutating func restart(uptime milliseconds: Int64) {
        _ = count(uptime: milliseconds)
        ran = Self.lead
    }

    /// Whether the clock may have come to a day since another: the machine ran for so long, and may have been off over a
    /// weekend; or running time vouches for the day.
    func believes(_ now: Int64, after past: Int64, _ run: Int64) -> Bool {
        now <= past + run / Self.wholeDay + Self.weekend || now <= confirmed + ran / Self.wholeDay + Self.weekend
    }

    /// Moves the confirmed day on by what the machine has run, never beyond the day that the clock tells.
    mutating func confirm() {
        let days = min(ran / Self.wholeDay, told - confirmed)
        guard days > 0 else { return }
        confirmed += days
        ran -= days * Self.wholeDay
    }

    /// Takes a day that the clock tells for the right one.
    mutating func trust(_ now: Int64) {
        day = now
        jumped = 0
    }

    /// Hears a desk's signed time, which is never later than now.
    ///
    /// A clock that is not behind it has the desk's day confirmed, but none that it has not come to itself; a clock
    /// that is near to it is right after all, whatever it told before.
    mutating func hear(desk signed: Int64) {
        guard told >= signed - 1 else { return }
        let vouched = min(signed, told)
        if vouched > confirmed {
            confirmed = vouched
            ran = Self.lead
        }
        if told <= signed + Self.weekend { trust(told) }
    }
}
