/// A reason to act, and how soon.
struct TriageRule: Sendable {
    /// Its name in results.
    let id: [UInt8]
    /// The condition under which it fires.
    let condition: Int
    /// How urgent that makes a report.
    let urgency: Urgency
    /// Who has to get the report.
    let destinations: [[UInt8]]
    /// What has to be done by when.
    let deadlines: [TriageDeadline]
    /// The rule as the form has it.
    let source: JSONValue

    /// Reads one rule of `x-tincay-triage`.
    init(_ source: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let id = source["id"]?.text, !id.isEmpty, let when = source["when"],
            let named = source["urgency"], let urgency = Urgency.allCases.first(where: { named.isText($0.name) })
        else { throw .notAForm }
        self.id = id
        self.urgency = urgency
        self.source = source
        condition = try conditions.number(of: when)
        try Wording.check(source["x-tincay-i18n"])
        destinations = try Self.list(source["destinations"]).map { (value) throws(FormError) in
            guard let text = value.text else { throw .notAForm }
            return text
        }
        deadlines = try Self.list(source["deadlines"]).map { (value) throws(FormError) in
            try TriageDeadline(value, &conditions)
        }
    }

    /// The elements of a list that need not be there.
    private static func list(_ value: JSONValue?) throws(FormError) -> [JSONValue] {
        guard let value else { return [] }
        guard value.kind == .array else { throw .notAForm }
        return value.elements.map { $0 }
    }
}
