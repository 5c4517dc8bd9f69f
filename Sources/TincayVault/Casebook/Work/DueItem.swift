import TincayIntake

/// A step that has to be taken, and until when.
struct DueItem {
    /// Where the case is in the table.
    let place: Int
    /// The case.
    let id: ReportID
    /// The deadline.
    let deadline: StepDeadline
    /// When it is over.
    let due: Moment
    /// What the calendar has to say about the days between; nil when no working days were counted by one.
    let word: CalendarWord?

    /// Where it stands in the list: the soonest first; the case and the step decide between those that are due together.
    var rank: (due: Int64, id: [UInt8], step: UInt8) {
        (due.milliseconds, id.bytes, deadline.step.rawValue)
    }

    /// Whether it is listed before another.
    func isBefore(_ other: (due: Int64, id: [UInt8], step: UInt8)) -> Bool {
        let own = rank
        if own.due != other.due { return own.due < other.due }
        if own.id != other.id { return own.id.lexicographicallyPrecedes(other.id) }
        return own.step < other.step
    }

    /// The place as a text to go on behind.
    var cursor: [UInt8] {
        var writer = ByteWriter(capacity: 25)
        writer.append(signed: due.milliseconds)
        writer.append(id.bytes)
        writer.append([deadline.step.rawValue])
        return Hexadecimal.text(writer.bytes)
    }

    /// The place in the list that a text names; nil when it is none.
    static func rank(_ cursor: [UInt8]) -> (due: Int64, id: [UInt8], step: UInt8)? {
        guard let bytes = Hexadecimal.bytes(cursor, count: 25) else { return nil }
        var reader = ByteReader(bytes[...])
        guard let due = try? reader.moment(), let id = try? reader.bytes(ReportID.size), let step = try? reader.byte()
        else { return nil }
        return (due, id, step)
    }

    /// Writes it as a list shows it.
    func write(to writer: inout JSONWriter, urgency: Urgency?, assigned: [UInt8]?, at now: Moment) {
        writer.beginObject()
        writer.name("id")
        writer.text(id.hexadecimal)
        writer.name("step")
        writer.text(deadline.step.name)
        writer.name("due")
        writer.text(due.text)
        writer.name("overdue")
        writer.boolean(due.milliseconds < now.milliseconds)
        writer.name("urgency")
        if let urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("assigned")
        if let assigned { writer.text(assigned) } else { writer.null() }
        writer.name("statutory_max")
        writer.raw(deadline.statutoryText)
        writer.name("local_max")
        writer.raw(deadline.localText)
        writer.name("working_days")
        writer.boolean(deadline.countsWorkingDays)
        writer.name("source")
        writer.raw(deadline.source)
        writer.name("verified")
        writer.raw(deadline.verified)
        if deadline.countsWorkingDays {
            if let word {
                word.write(&writer)
            } else {
                writer.name("calendar")
                writer.text("none")
            }
        }
        writer.endObject()
    }
}
