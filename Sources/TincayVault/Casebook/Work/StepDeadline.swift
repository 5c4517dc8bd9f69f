import TincayIntake

/// Until when a step has to be taken, as somebody lays down for a time.
struct StepDeadline {
    /// The step.
    let step: ProcedureStep
    /// The most that the law gives; nil when it gives no number.
    let statutory: TimeSpan?
    /// The most that is allowed here; nil when nobody has decided on less.
    let local: TimeSpan?
    /// Whether its days are working days.
    let countsWorkingDays: Bool
    /// How urgent cases are for which it counts; nil for all.
    let urgencies: [Urgency]?
    /// The step that the time runs from, with its form or 0; nil when it runs from the receipt of the report.
    let after: (step: ProcedureStep, form: UInt8)?
    /// The first and the last day on which it is the rule, in days since 1970-01-01.
    let validity: ClosedRange<Int64>
    /// Who says so, as JSON.
    let source: [UInt8]
    /// Whether somebody has read that in the official text, as JSON: true, false or null.
    let verified: [UInt8]
    /// The most that the law gives, as JSON.
    let statutoryText: [UInt8]
    /// The most that is allowed here, as JSON.
    let localText: [UInt8]

    /// Reads a deadline; nil for one that makes no sense, or that gives more time than the law.
    init?(_ row: JSONValue, step: ProcedureStep, law: StepDeadline? = nil) {
        self.step = step
        guard Self.isSpan(row["statutory_max"]), Self.isSpan(row["local_max"]) else { return nil }
        statutory = row["statutory_max"] == nil ? law?.statutory : Self.span(row["statutory_max"])
        local = Self.span(row["local_max"])
        countsWorkingDays = row["working_days"]?.boolean ?? law?.countsWorkingDays ?? false
        if let list = row["urgency"] {
            urgencies = list.elements.compactMap { Urgency.named($0) }
        } else {
            urgencies = law?.urgencies
        }
        if let after = row["after"] {
            guard let start = Self.step(after["step"]) else { return nil }
            self.after = (start, StepTaken.form(after["form"]))
        } else {
            after = law?.after
        }
        guard let from = Self.day(row["valid_from"], .min), let until = Self.day(row["valid_to"], .max), from <= until
        else { return nil }
        validity = from...until
        let nothing = Array("null".utf8)
        source = row["source"]?.json ?? nothing
        verified = row["verified"]?.json ?? nothing
        statutoryText = row["statutory_max"]?.json ?? law?.statutoryText ?? nothing
        localText = row["local_max"]?.json ?? nothing
        guard isSound else { return nil }
    }

    /// How much time there is; nil when there is no limit.
    var span: TimeSpan? {
        guard let local, let statutory else { return local ?? statutory }
        return local.total < statutory.total ? local : statutory
    }

    /// Whether it counts for a case of an urgency on a day.
    func applies(_ urgency: Urgency?, on day: Int64) -> Bool {
        guard validity.contains(day) else { return false }
        guard let urgencies else { return true }
        guard let urgency else { return false }
        return urgencies.contains(urgency)
    }

    /// When it is due, counted from a moment, and what the calendar has to say about the days between.
    func due(from moment: Moment, _ calendar: WorkingCalendar?) -> (moment: Moment, word: CalendarWord?)? {
        guard let span else { return nil }
        guard countsWorkingDays else { return (moment.adding(milliseconds: span.total), nil) }
        let due = moment.adding(workingDays: span.days, calendar)
        return (due, calendar?.word(from: moment.days, to: due.days))
    }

    /// The step that a JSON string names.
    static func step(_ value: JSONValue?) -> ProcedureStep? {
        guard let value else { return nil }
        return ProcedureStep.allCases.first { value.isText($0.name) }
    }

    /// Whether nobody gives more time than the law, and whether its days can be counted one by one.
    private var isSound: Bool {
        if let local, let statutory, local.total > statutory.total { return false }
        guard countsWorkingDays else { return true }
        return [statutory, local].allSatisfy { $0.map { $0.milliseconds == 0 && $0.days <= 400 } ?? true }
    }

    /// A length of time; nil when there is none.
    private static func span(_ value: JSONValue?) -> TimeSpan? { value?.text.flatMap { TimeSpan($0) } }

    /// Whether a member is a length of time, or is not there.
    private static func isSpan(_ value: JSONValue?) -> Bool {
        guard let value, value.kind != .null else { return true }
        return span(value) != nil
    }

    /// A day that need not be there; nil when it is none.
    static func day(_ value: JSONValue?, _ open: Int64) -> Int64? {
        guard let value, value.kind != .null else { return open }
        return value.text.flatMap { Moment.days(of: $0) }
    }
}
