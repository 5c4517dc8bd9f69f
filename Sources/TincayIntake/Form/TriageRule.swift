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
        /// The report stays as urgent as it is; the rule counts only when it is at least so urgent.
        case accompany(Urgency)
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
    /// Whose telephone numbers to show first, without sending them the report: the numbers of codes, which are telephone
    /// numbers or those of destinations.
    let numbers: [Int]
    /// What has to be done by when.
    let deadlines: [TriageDeadline]
    /// The rule as the form has it.
    let source: JSONValue

    /// Reads one rule of `x-tincay-triage`.
    @_optimize(size) init(
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
        numbers = try codes.numbers(source["hotlines"])
        deadlines = try Self.list(source["deadlines"]).map { (value) throws(FormError) in
            try TriageDeadline(value, &conditions)
        }
    }

    /// How urgent the rule makes a report by itself; nil when it only raises what others say.
    var urgency: Urgency? {
        if case .urgency(let urgency) = effect { urgency } else { nil }
    }

    /// Whether the rule, having fired, counts in a report of this urgency.
    func counts(with urgency: Urgency?) -> Bool {
        guard case .accompany(let least) = effect else { return true }
        return urgency.map { $0.rank <= least.rank } ?? false
    }

    /// Reads what a rule does: either `urgency`, or `raise` with `at_least`, or `from_urgency`.
    private static func effect(_ source: JSONValue) throws(FormError) -> Effect {
        let raises = source["raise"] != nil || source["at_least"] != nil
        if let named = source["urgency"] {
            guard !raises, source["from_urgency"] == nil, let urgency = Urgency(named) else {
                throw .refused(.annotation, at: named)
            }
            return .urgency(urgency)
        }
        if let named = source["from_urgency"] {
            guard !raises, let urgency = Urgency(named) else { throw .refused(.annotation, at: named) }
            return .accompany(urgency)
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
