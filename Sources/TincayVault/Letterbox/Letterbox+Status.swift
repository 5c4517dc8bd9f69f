import TincayIntake

extension Letterbox {
    /// Tells the point's health, and nothing about reports.
    public func status() throws(VaultError) -> [UInt8] {
        try Self.start()
        try unlessFull { () throws(VaultError) in try hear(clock.now()) }
        let closed = try file.closedCount(before: state.first)
        let capacity = Int64(max(1, setup.bundleCapacity))
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("point")
        writer.text(setup.name)
        writer.name("kind")
        writer.text(setup.kind)
        writer.name("slots")
        writer.integer(closed + state.today)
        writer.name("bundles_waiting")
        writer.integer((closed + state.pending + capacity - 1) / capacity)
        writer.name("packed")
        writer.integer(state.sequence)
        writer.name("last_packed")
        time(state.lastPacked, to: &writer)
        writer.name("last_receipt")
        time(state.lastReceipt, to: &writer)
        writer.name("clock")
        writer.text(state.clockIsDoubtful ? "doubtful" : "trusted")
        writer.name("desks")
        writer.beginArray()
        for desk in desks { try write(desk.recipient, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
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
