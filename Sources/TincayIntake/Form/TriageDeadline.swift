/// How soon something has to be done once a rule has fired.
struct TriageDeadline: Sendable {
    /// What has to be done.
    let kind: [UInt8]
    /// Who says so.
    let source: JSONValue?
    /// Whether somebody has read that in the official text.
    let verified: JSONValue?
    /// Which calendar of holidays was used, for working days.
    let calendar: JSONValue?
    /// The condition under which it counts; nil for always.
    let condition: Int?
    /// How much time there is.
    private let span: TimeSpan
    /// Whether its days are working days.
    private let countsWorkingDays: Bool

    /// Reads a deadline; one that is laxer than the law refuses the form.
    init(_ source: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let kind = source["kind"]?.text, !kind.isEmpty else { throw .notAForm }
        self.kind = kind
        self.source = source["source"]
        verified = source["verified"]
        calendar = source["calendar"]
        let statutory = try Self.span(source["statutory_max"])
        let local = try Self.span(source["local_max"])
        let within = try Self.span(source["within"])
        if let statutory {
            for shorter in [local, within].compactMap({ $0 }) where shorter.total > statutory.total { throw .notAForm }
        }
        guard let span = local ?? within ?? statutory else { throw .notAForm }
        self.span = span
        switch source["working_days"] {
        case nil: countsWorkingDays = false
        case let value?:
            guard let flag = value.boolean, !flag || span.milliseconds == 0 else { throw .notAForm }
            countsWorkingDays = flag
        }
        if let when = source["when"] { condition = try conditions.number(of: when) } else { condition = nil }
    }

    /// When it is due, counted from the moment of receipt.
    func due(from moment: Moment) -> Moment {
        countsWorkingDays ? moment.adding(workingDays: span.days) : moment.adding(milliseconds: span.total)
    }

    /// A length of time that need not be there.
    private static func span(_ value: JSONValue?) throws(FormError) -> TimeSpan? {
        guard let value, value.kind != .null else { return nil }
        guard let text = value.text, let span = TimeSpan(text) else { throw .notAForm }
        return span
    }
}
