/// How soon something has to be done once a rule has fired.
struct TriageDeadline: Sendable {
    /// The most working days, which are counted one by one.
    private static let mostWorkingDays = 400

    /// What has to be done.
    let kind: [UInt8]
    /// Who says so.
    let source: JSONValue?
    /// Whether somebody has read that in the official text.
    let verified: JSONValue?
    /// When to raise the alarm about something that has to be done at once, which is over the moment it comes; nil for
    /// everything that has time.
    let alarm: TimeSpan?
    /// The condition under which it counts; nil for always.
    let condition: Int?
    /// Whether its days are working days.
    let countsWorkingDays: Bool
    /// The first and the last day on which it is the rule, in days since 1970-01-01.
    let validity: ClosedRange<Int64>
    /// How much time there is.
    private let span: TimeSpan

    /// Reads a deadline; one that is laxer than the law refuses the form.
    @_optimize(size) init(_ source: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let kind = source["kind"]?.text, !kind.isEmpty else { throw .refused(.annotation, at: source) }
        self.kind = kind
        self.source = source["source"]
        verified = source["verified"]
        let statutory = try Self.span(source["statutory_max"])
        let local = try Self.span(source["local_max"])
        let within = try Self.span(source["within"])
        if let statutory {
            for shorter in [local, within].compactMap({ $0 }) where shorter.total > statutory.total {
                throw .refused(.law, at: source)
            }
        }
        // Whoever names several means the shortest.
        guard let span = [local, within, statutory].compactMap({ $0 }).min(by: { $0.total < $1.total }) else {
            throw .refused(.annotation, at: source)
        }
        self.span = span
        alarm = try Self.span(source["alarm"])
        if alarm != nil, span.total > 0 { throw .refused(.annotation, at: source) }
        switch source["working_days"] {
        case nil: countsWorkingDays = false
        case let value?:
            guard let flag = value.boolean, !flag || span.milliseconds == 0 && span.days <= Self.mostWorkingDays else {
                throw .refused(.annotation, at: value)
            }
            countsWorkingDays = flag
        }
        let from = try Self.day(source["valid_from"])
        let until = try Self.day(source["valid_until"])
        guard from ?? .min <= until ?? .max else { throw .refused(.annotation, at: source) }
        validity = (from ?? .min)...(until ?? .max)
        if let when = source["when"] { condition = try conditions.number(of: when) } else { condition = nil }
    }

    /// When it is due, counted from the moment of receipt, and what the calendar has to say about the days between.
    func due(from moment: Moment, _ calendar: WorkingCalendar?) -> (moment: Moment, calendar: CalendarWord) {
        guard countsWorkingDays else { return (moment.adding(milliseconds: span.total), .none) }
        let due = moment.adding(workingDays: span.days, calendar)
        return (due, calendar?.word(from: moment.days, to: due.days) ?? .none)
    }

    /// A length of time that need not be there.
    private static func span(_ value: JSONValue?) throws(FormError) -> TimeSpan? {
        guard let value, value.kind != .null else { return nil }
        guard let text = value.text, let span = TimeSpan(text) else { throw .refused(.annotation, at: value) }
        return span
    }

    /// A day that need not be there.
    private static func day(_ value: JSONValue?) throws(FormError) -> Int64? {
        guard let value, value.kind != .null else { return nil }
        guard let interval = DateInterval(value), interval.first == interval.last else {
            throw .refused(.annotation, at: value)
        }
        return interval.first
    }
}
