/// A rule about two answers, which a schema cannot say: `x-tincay-compare`.
struct Comparison: Sendable {
    /// How the left answer has to stand to the right one.
    private enum Relation: Sendable {
        case equal, less, atMost, among
    }

    /// The pointer of the answer that is complained about.
    private let left: [UInt8]
    /// The pointer of the other.
    private let right: [UInt8]
    /// How they have to stand.
    private let relation: Relation
    /// What it means when they do not.
    private let severity: Severity
    /// The rule as the form has it.
    private let source: JSONValue
    /// Its pointer in the form.
    private let keyword: [UInt8]

    /// Reads all rules of a form.
    static func all(_ root: JSONValue) throws(FormError) -> [Comparison] {
        guard let list = root["x-tincay-compare"] else { return [] }
        guard list.kind == .array else { throw .notAForm }
        var rules: [Comparison] = []
        for (position, element) in list.elements.enumerated() {
            rules.append(try Comparison(element, position: position))
        }
        return rules
    }

    /// Reads one rule.
    private init(_ source: JSONValue, position: Int) throws(FormError) {
        guard let left = source["left"]?.text, let right = source["right"]?.text, let op = source["op"],
            left.first == UInt8(ascii: "/"), right.first == UInt8(ascii: "/")
        else { throw .notAForm }
        switch op {
        case _ where op.isText("eq"): relation = .equal
        case _ where op.isText("lt"): relation = .less
        case _ where op.isText("le"): relation = .atMost
        case _ where op.isText("in"): relation = .among
        default: throw .notAForm
        }
        switch source["severity"] {
        case nil: severity = .error
        case let value? where value.isText("error"): severity = .error
        case let value? where value.isText("warning"): severity = .warning
        default: throw .notAForm
        }
        try Wording.check(source["x-tincay-i18n"])
        self.left = left
        self.right = right
        self.source = source
        keyword = Array("/x-tincay-compare/\(position)".utf8)
    }

    /// The finding when both questions are answered and the answers do not stand as they should.
    func finding(_ answers: JSONValue) -> Finding? {
        guard let first = answers.at(pointer: left), let second = answers.at(pointer: right), !holds(first, second)
        else { return nil }
        var parameters = JSONWriter()
        parameters.beginObject()
        parameters.name("with")
        parameters.text(right)
        parameters.endObject()
        return Finding(
            code: .compare, path: left, keyword: keyword, parameters: parameters.bytes, severity: severity,
            schema: source)
    }

    /// Whether two answers stand as they should; answers of different kinds have no order.
    private func holds(_ first: JSONValue, _ second: JSONValue) -> Bool {
        switch relation {
        case .equal: return ValueSet([second]).holds(first)
        case .among: return ValueSet(second.elements).holds(first)
        case .less: return Self.precedes(first, second)
        case .atMost: return Self.precedes(first, second) || ValueSet([second]).holds(first)
        }
    }

    /// Whether one comes before another: numbers by size, texts and so ISO dates by their code points.
    private static func precedes(_ first: JSONValue, _ second: JSONValue) -> Bool {
        if first.kind == .number, second.kind == .number {
            return JSONDecimal(first.slice) < JSONDecimal(second.slice)
        }
        guard let first = first.text, let second = second.text else { return false }
        return first.lexicographicallyPrecedes(second)
    }
}
