import TincayIntake

/// A kind of cases and how long they are kept once the work on them has ended.
struct RetentionClass {
    /// The code.
    let code: [UInt8]
    /// The statuses it is for; nil for all.
    private let statuses: [CaseStatus]?
    /// The outcomes it is for; nil for all.
    private let outcomes: [[UInt8]]?
    /// The urgencies it is for; nil for all.
    private let urgencies: [Urgency]?
    /// How long; nil for as long as nobody decides otherwise.
    let period: CalendarSpan?
    /// The period as JSON.
    let periodText: [UInt8]
    /// Who says so, as JSON.
    let source: [UInt8]
    /// Whether somebody has read that in an official text, as JSON: true, false or null.
    let verified: [UInt8]
    /// The first and the last day on which it is the rule, in days since 1970-01-01.
    private let validity: ClosedRange<Int64>

    /// Reads the classes of a list; one that makes no sense refuses all.
    static func all(_ list: JSONValue?) throws(VaultError) -> [RetentionClass] {
        guard let list, list.kind == .array else { throw .invalidInput }
        var classes: [RetentionClass] = []
        for row in list.elements {
            guard let kind = RetentionClass(row) else { throw .invalidInput }
            classes.append(kind)
        }
        return classes
    }

    /// Reads a class; nil for one that makes no sense.
    private init?(_ row: JSONValue) {
        guard let code = row["class"]?.text else { return nil }
        self.code = code
        let when = row["when"]
        statuses = when?["status"]?.elements.compactMap { value in CaseStatus.allCases.first { value.isText($0.name) } }
        outcomes = when?["outcome"]?.elements.compactMap { $0.text }
        urgencies = when?["urgency"]?.elements.compactMap { Urgency.named($0) }
        let nothing = Array("null".utf8)
        if let value = row["period"], value.kind != .null {
            // Nothing is kept for less than a day, and a negative period would end before it began.
            guard let text = value.text, text.first == UInt8(ascii: "P"), let span = CalendarSpan(text),
                span.day(after: 0) > 0
            else { return nil }
            period = span
        } else {
            period = nil
        }
        periodText = row["period"]?.json ?? nothing
        source = row["source"]?.json ?? nothing
        verified = row["verified"]?.json ?? nothing
        guard let from = StepDeadline.day(row["valid_from"], .min), let until = StepDeadline.day(row["valid_to"], .max),
            from <= until
        else { return nil }
        validity = from...until
    }

    /// Whether a case is of this class on a day.
    func fits(_ record: CaseRecord, outcome: [UInt8], on day: Int64) -> Bool {
        guard validity.contains(day) else { return false }
        if let statuses, !statuses.contains(record.status) { return false }
        if let outcomes, !outcomes.contains(outcome) { return false }
        if let urgencies {
            guard let urgency = record.urgency, urgencies.contains(urgency) else { return false }
        }
        return true
    }
}
