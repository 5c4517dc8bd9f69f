/// A reason to act, and how soon.
struct TriageRule: Sendable {
    /// The most codes, or deadlines, of one rule.
    private static let most = 100

    /// What a rule does to the urgency.
    enum Effect: Sendable {
        /// The report is at least so urgent.
        case urgency(Urgency)
        /// The report is so many levels more urgent than other rules make it, and at least so urgent.
        case raise(Int, least: Urgency?)
    }

    /// Its name in results.
    let id: [UInt8]
    /// The condition under which it fires.
    let condition: Int
    /// What it does.
    let effect: Effect
    /// What else staff have to know, as the numbers of codes.
    let flags: [Int]
    /// Who has to get the report, as the numbers of codes.
    let destinations: [Int]
    /// What has to be done by when.
    let deadlines: [TriageDeadline]
    /// The rule as the form has it.
    let source: JSONValue

    /// Reads one rule of `x-tincay-triage`.
    init(
        _ source: JSONValue, _ conditions: inout FormConditions, _ codes: inout TriageCodes
    ) throws(FormError) {
        guard let id = source["id"]?.text, !id.isEmpty, let when = source["when"] else {
            throw .refused(.annotation, at: source)
        }
        self.id = id
        self.source = source
        effect = try Self.effect(source)
        condition = try conditions.number(of: when)
        try Wording.check(source["x-tincay-i18n"])
        destinations = try codes.numbers(source["destinations"])
        flags = try codes.numbers(source["flags"])
        deadlines = try Self.list(source["deadlines"]).map { (value) throws(FormError) in
            try TriageDeadline(value, &conditions)
        }
    }

    /// How urgent the rule makes a report by itself; nil when it only raises what others say.
    var urgency: Urgency? {
        if case .urgency(let urgency) = effect { urgency } else { nil }
    }

    /// Reads what a rule does: either `urgency`, or `raise` with `at_least`.
    private static func effect(_ source: JSONValue) throws(FormError) -> Effect {
        if let named = source["urgency"] {
            guard source["raise"] == nil, source["at_least"] == nil, let urgency = Urgency(named) else {
                throw .refused(.annotation, at: named)
            }
            return .urgency(urgency)
        }
        guard let levels = source["raise"]?.integer, (1...4).contains(levels) else {
            throw .refused(.annotation, at: source)
        }
        guard let named = source["at_least"] else { return .raise(Int(levels), least: nil) }
        guard let least = Urgency(named) else { throw .refused(.annotation, at: named) }
        return .raise(Int(levels), least: least)
    }

    /// The texts of a list that need not be there.
    static func texts(_ value: JSONValue?) throws(FormError) -> [[UInt8]] {
        try list(value).map { (value) throws(FormError) in
            guard let text = value.text else { throw .refused(.annotation, at: value) }
            return text
        }
    }

    /// The elements of a list that need not be there.
    private static func list(_ value: JSONValue?) throws(FormError) -> [JSONValue] {
        guard let value else { return [] }
        guard value.kind == .array else { throw .refused(.annotation, at: value) }
        guard value.count <= most else { throw .refused(.tooLarge, at: value) }
        return value.elements.map { $0 }
    }
}
