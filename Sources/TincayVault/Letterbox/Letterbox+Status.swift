import TincayIntake

extension Letterbox {
    /// Tells the point's health, and nothing about reports.
    public func status() throws(VaultError) -> [UInt8] {
        try Self.start()
        let now = clock.now()
        try unlessFull { () throws(VaultError) in try hear(now) }
        let closed = try file.closedCount(before: state.first)
        let capacity = Int64(max(1, setup.bundleCapacity))
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("point")
        writer.text(setup.name)
        writer.name("kind")
        writer.text(setup.kind)
        writer.name("slots")
        writer.integer(max(0, closed + state.today - state.ahead))
        writer.name("bundles_waiting")
        writer.integer((closed + min(state.pending, max(1, state.opened)) + capacity - 1) / capacity)
        writer.name("packed")
        writer.integer(state.sequence)
        writer.name("last_packed")
        time(state.lastPacked, to: &writer)
        writer.name("last_receipt")
        time(state.lastReceipt, to: &writer)
        writer.name("clock")
        writer.text(state.clockIsDoubtful ? "doubtful" : "trusted")
        writer.name("confirmed_day")
        writer.text(Moment(days: state.confirmed).dateText)
        writer.name("uncollected_hours")
        if state.clockIsDoubtful { writer.null() } else { writer.integer(uncollectedHours(at: now)) }
        writer.name("alarm")
        // While the clock is in doubt only the confirmed day counts, so that it raises no false alarm.
        let sure = state.clockIsDoubtful ? Moment(days: state.confirmed) : now
        writer.boolean(uncollectedHours(at: sure) > setup.limits.alarmHours)
        writer.name("directory")
        writeDirectory(to: &writer)
        writer.name("desks")
        writer.beginArray()
        for desk in desks { try write(desk.recipient, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// How many whole hours have passed since the newest receipt or, before the first, since the box's first day began.
    private func uncollectedHours(at now: Moment) -> Int64 {
        let first = LetterboxState.count(Moment(days: state.begun).milliseconds)
        let since = state.lastReceipt == 0 ? first : state.lastReceipt
        return max(0, LetterboxState.count(now.milliseconds) - since) / LetterboxState.hour
    }

    /// Writes which directory is in force, or null.
    private func writeDirectory(to writer: inout JSONWriter) {
        guard let directory = board.directory, let age = directoryAge else { return writer.null() }
        writer.beginObject()
        writer.name("number")
        writer.integer(directory.title.number)
        writer.name("age_days")
        writer.integer(age)
        writer.endObject()
    }

    /// Writes how a desk answers.
    private func write(_ desk: Recipient, to writer: inout JSONWriter) throws(VaultError) {
        let answering = try file.desk(desk.deskID)
        writer.beginObject()
        writer.name("name")
        writer.text(desk.name)
        writer.name("last_receipt")
        time(answering.answered, to: &writer)
        writer.name("collected")
        writer.integer(Int64(clamping: answering.progress.highWater))
        writer.name("missing")
        writer.beginArray()
        for number in answering.progress.missing { writer.integer(Int64(clamping: number)) }
        writer.endArray()
        writer.name("contradicted")
        writer.boolean(answering.isContradicted)
        writer.endObject()
    }

    /// Writes a moment, or null for never.
    private func time(_ milliseconds: Int64, to writer: inout JSONWriter) {
        if milliseconds > 0 {
            writer.text(Moment(milliseconds: milliseconds).text)
        } else {
            writer.null()
        }
    }
}
