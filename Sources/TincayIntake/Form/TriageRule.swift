/// One rule of triage: when it fires, how urgent that is, who must know, and by when.
struct TriageRule: Sendable {
    /// The rule's name, such as T01.
    let id: [UInt8]
    /// Which of the program's further entries is its condition.
    let entry: Int
    /// How urgent it is.
    let urgency: Urgency
    /// Who must know.
    let destinations: [[UInt8]]
    /// By when.
    let deadlines: [DeadlineRule]
    /// The rule as the form has it.
    let source: JSONValue

    /// Reads a rule; its condition and those of its deadlines join the conditions that the form compiles.
    init(_ value: JSONValue, conditions: inout [JSONValue]) throws(FormError) {
        guard let id = value["id"]?.text, !id.isEmpty,
            let urgency = value["urgency"]?.text.flatMap({ Urgency(name: $0) }),
            let condition = value["when"]
        else { throw .notAForm }
        self.id = id
        self.urgency = urgency
        source = value
        entry = conditions.count
        conditions.append(condition)
        var destinations: [[UInt8]] = []
        for element in value["destinations"].map({ Array($0.elements) }) ?? [] {
            guard let name = element.text else { throw .notAForm }
            destinations.append(name)
        }
        self.destinations = destinations
        var deadlines: [DeadlineRule] = []
        for element in value["deadlines"].map({ Array($0.elements) }) ?? [] {
            var entry: Int?
            if let condition = element["when"] {
                entry = conditions.count
                conditions.append(condition)
            }
            deadlines.append(try DeadlineRule(element, entry: entry))
        }
        self.deadlines = deadlines
    }
}
