import TincayIntake

/// How much a box takes at once, for how many urgent reports it keeps room, and how long it waits before it calls for a courier.
struct LetterboxLimits {
    /// For how many urgent reports there is always room on the disk, also when nothing else finds any.
    let reserve: Int64
    /// How many reports that are not urgent may come in at once.
    let burst: Int64
    /// How many of them may come in an hour from then on.
    let perHour: Int64
    /// How many hours may pass without a receipt.
    let alarmHours: Int64

    /// Reads the members of a setup.
    @_optimize(size) init(_ setup: JSONValue, slotsPerDay: Int64) throws(VaultError) {
        reserve = try LetterboxSetup.number(
            setup["reserve"], default: slotsPerDay == 1 ? 0 : max(1, slotsPerDay / 4), in: 0...slotsPerDay - 1)
        let flood = setup["flood"]
        if let flood { try LetterboxSetup.require(flood, members: ["burst", "per_hour"]) }
        burst = try LetterboxSetup.number(flood?["burst"], default: 20, in: 1...100_000)
        perHour = try LetterboxSetup.number(flood?["per_hour"], default: 20, in: 1...100_000)
        alarmHours = try LetterboxSetup.number(setup["alarm_hours"], default: 72, in: 1...720)
    }

    /// Writes the members out.
    @_optimize(size) func write(to writer: inout JSONWriter) {
        writer.name("reserve")
        writer.integer(reserve)
        writer.name("flood")
        writer.beginObject()
        writer.name("burst")
        writer.integer(burst)
        writer.name("per_hour")
        writer.integer(perHour)
        writer.endObject()
        writer.name("alarm_hours")
        writer.integer(alarmHours)
    }
}
