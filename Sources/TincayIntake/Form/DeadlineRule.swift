/// By when something must be done once a rule has fired: data of the form, with its source.
struct DeadlineRule: Sendable {
    /// What must be done.
    let kind: [UInt8]
    /// The deadline as the form has it.
    let source: JSONValue
    /// Which of the program's further entries says whether it runs; nil when it always does.
    let entry: Int?
    /// How long there is.
    private let limit: ISODuration
    /// Whether its days are working days.
    private let inWorkingDays: Bool

    /// Reads a deadline; a local limit may be stricter than the law's, never laxer.
    init(_ value: JSONValue, entry: Int?) throws(FormError) {
        guard let kind = value["kind"]?.text,
            let law = (value["statutory_max"] ?? value["within"])?.text.flatMap({ ISODuration($0) })
        else { throw .notAForm }
        self.kind = kind
        self.entry = entry
        source = value
        inWorkingDays = value["working_days"]?.boolean ?? false
        guard let local = value["local_max"], local.kind != .null else {
            limit = law
            return
        }
        guard let stricter = local.text.flatMap({ ISODuration($0) }), stricter <= law else { throw .notAForm }
        limit = stricter
    }

    /// When it is due for a report that came at a moment.
    func due(from moment: Moment) -> Moment {
        inWorkingDays ? moment.later(byWorkingDays: limit.days) : moment.later(by: limit.milliseconds)
    }
}
