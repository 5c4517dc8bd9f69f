/// What a schema cannot say: two answers compared.
struct Comparison: Sendable {
    /// How the two sides must stand to each other.
    private enum Relation: Sendable {
        case equal, less, lessOrEqual, member
    }

    /// The pointer of the field that a finding is about.
    private let left: [UInt8]
    /// The pointer of the other side.
    private let right: [UInt8]
    /// How they must stand to each other.
    private let relation: Relation
    /// What it means when they do not.
    private let severity: Severity
    /// The rule as the form has it.
    private let source: JSONValue
    /// Where the rule stands in the form.
    private let location: [UInt8]

    /// Reads a rule.
    init(_ value: JSONValue, location: [UInt8]) throws(FormError) {
        guard let left = value["left"]?.text, let right = value["right"]?.text, let name = value["op"] else {
            throw .notAForm
        }
        if name.isText("eq") {
            relation = .equal
        } else if name.isText("lt") {
            relation = .less
        } else if name.isText("le") {
            relation = .lessOrEqual
        } else if name.isText("in") {
            relation = .member
        } else {
            throw .notAForm
        }
        self.left = left
        self.right = right
        severity = value["severity"]?.isText("warning") == true ? .warning : .error
        source = value
        self.location = location
    }

    /// What is wrong; nil when the sides stand as they must, or one of them is missing.
    func finding(in answers: JSONValue) -> Finding? {
        guard let one = answers.at(pointer: left), let other = answers.at(pointer: right), !holds(one, other) else {
            return nil
        }
        return Finding(code: .compare, path: left, keyword: location, severity: severity, schema: source)
    }

    /// Whether two answers stand as they must; dates compare as text, as ISO 8601 is made for.
    private func holds(_ one: JSONValue, _ other: JSONValue) -> Bool {
        switch relation {
        case .equal: CanonicalJSON.bytes(of: one) == CanonicalJSON.bytes(of: other)
        case .member: ValueSet(other.elements).holds(one)
        case .less: precedes(one, other) ?? true
        case .lessOrEqual: precedes(other, one).map { !$0 } ?? true
        }
    }

    /// Whether one answer is less than another; nil when they are not of one kind.
    private func precedes(_ one: JSONValue, _ other: JSONValue) -> Bool? {
        switch (one.kind, other.kind) {
        case (.number, .number): JSONDecimal(one.slice) < JSONDecimal(other.slice)
        case (.string, .string): (one.text ?? []).lexicographicallyPrecedes(other.text ?? [])
        default: nil
        }
    }
}
