import TincayIntake

/// How long a case on which nobody works any more is kept, and why.
struct Retained {
    /// The case.
    let record: CaseRecord
    /// What was done about it.
    let progress: CaseProgress
    /// The class that says how long; nil when none fits.
    let kind: RetentionClass?
    /// When work on it ended.
    let rested: Moment
    /// When its time is over; nil when nothing says so.
    let due: Moment?

    /// Finds out about a case; nil for one on which somebody works.
    init?(_ record: CaseRecord, _ progress: CaseProgress, _ rules: WorkRules) {
        guard !record.status.isActive, let rested = progress.rested else { return nil }
        self.record = record
        self.progress = progress
        self.rested = Moment(milliseconds: rested)
        let ended = Moment(milliseconds: rested).days
        let kind = rules.retention.first { $0.fits(record, outcome: progress.outcome, on: ended) }
        self.kind = kind
        // What was done since extends the time once, from when it was done first.
        let start = Moment(milliseconds: progress.extended ?? rested)
        due = kind?.period.map { Moment(days: $0.day(after: start.days) + 1) }
    }

    /// Whether its time is over at a moment.
    func isDue(at moment: Moment) -> Bool {
        guard let due else { return false }
        return due.milliseconds <= moment.milliseconds
    }

    /// Writes it as a list shows it.
    func write(to writer: inout JSONWriter, at now: Moment) {
        writer.beginObject()
        writer.name("id")
        writer.text(record.id.hexadecimal)
        writer.name("status")
        writer.text(record.status.name)
        writer.name("outcome")
        if progress.outcome.isEmpty { writer.null() } else { writer.text(progress.outcome) }
        writer.name("ended")
        writer.text(rested.text)
        writer.name("extended")
        if let time = progress.extended { writer.text(Moment(milliseconds: time).text) } else { writer.null() }
        writer.name("class")
        if let kind { writer.text(kind.code) } else { writer.null() }
        writer.name("period")
        writer.raw(kind?.periodText ?? Array("null".utf8))
        writer.name("source")
        writer.raw(kind?.source ?? Array("null".utf8))
        writer.name("verified")
        writer.raw(kind?.verified ?? Array("null".utf8))
        writer.name("due")
        if let due { writer.text(due.text) } else { writer.null() }
        writer.name("is_due")
        writer.boolean(isDue(at: now))
        writer.name("hold")
        if let hold = progress.hold(at: now) { hold.write(to: &writer) } else { writer.null() }
        writer.endObject()
    }
}
