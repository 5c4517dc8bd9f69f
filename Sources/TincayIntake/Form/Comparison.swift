/// A rule about two answers, which a schema cannot say: `x-tincay-compare`.
struct Comparison: Sendable {
    /// The most rules of a form.
    private static let most = 2_000

    /// What the left answer is compared with.
    private enum Other: Sendable {
        /// Another answer, or a derived fact.
        case pointer(JSONPath)
        /// A value of the form.
        case value(JSONValue)
        /// The moment at which the report is received, or its day for a date without a time.
        case now
    }

    /// What is added to the other side first.
    private enum Plus: Sendable {
        case nothing
        case number(Int64)
        case span(CalendarSpan)
    }

    /// The pointer of the answer that is complained about.
    private let left: JSONPath
    /// The other side.
    private let right: Other
    /// What is added to it.
    private let plus: Plus
    /// How they have to stand.
    private let relation: ComparisonRelation
    /// The condition under which the rule counts; nil for always.
    private let condition: Int?
    /// What it means when they do not stand so.
    private let severity: Severity
    /// The rule as the form has it.
    private let source: JSONValue
    /// Its pointer in the form.
    private let keyword: [UInt8]

    /// Reads all rules of a form.
    static func all(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) -> [Comparison] {
        guard let list = root["x-tincay-compare"] else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        guard list.count <= most else { throw .refused(.tooLarge, at: list) }
        var rules: [Comparison] = []
        for (position, element) in list.elements.enumerated() {
            rules.append(try Comparison(element, position: position, &conditions))
        }
        return rules
    }

    /// Reads one rule.
    @_optimize(size) private init(_ source: JSONValue, position: Int, _ conditions: inout FormConditions)
        throws(FormError)
    {
        guard let left = source["left"]?.text, left.first == UInt8(ascii: "/"),
            let relation = source["op"].flatMap({ ComparisonRelation($0) })
        else { throw .refused(.annotation, at: source) }
        switch source["severity"] {
        case nil: severity = .error
        case let value? where value.isText("error"): severity = .error
        case let value? where value.isText("warning"): severity = .warning
        case let value? where value.isText("notice"): severity = .notice
        case let value?: throw .refused(.annotation, at: value)
        }
        try Wording.check(source["x-tincay-i18n"])
        self.left = JSONPath(left)
        self.relation = relation
        self.source = source
        right = try Self.other(source)
        plus = try Self.plus(source["plus"])
        keyword = Array("/x-tincay-compare/\(position)".utf8)
        if let when = source["when"] { condition = try conditions.number(of: when) } else { condition = nil }
    }

    /// The finding about answers with their facts, when both sides are there and certainly do not stand as they should.
    ///
    /// When too little of the budget is left none is known, which is for whoever has the budget to tell.
    func finding(_ facts: JSONValue, _ judge: inout ConditionJudge, at moment: Moment) -> Finding? {
        let budget = judge.budget
        guard budget.spend(32 + facts.count * 2), let first = left.value(in: facts) else { return nil }
        let holds: Bool
        switch right {
        case .pointer(let pointer):
            guard let second = pointer.value(in: facts), budget.spend(Self.work(first, second)) else { return nil }
            holds = self.holds(first, second)
        case .value(let second):
            guard budget.spend(Self.work(first, second)) else { return nil }
            holds = self.holds(first, second)
        case .now:
            if let instant = InstantInterval(first) {
                holds = relation.holds(instant.range, shifted(InstantInterval(moment)).range)
            } else {
                guard let interval = DateInterval(first) else { return nil }
                holds = relation.holds(
                    interval.range, shifted(DateInterval(first: moment.days, last: moment.days)).range)
            }
        }
        guard !holds, condition.map({ judge.holds($0) }) ?? true else { return nil }
        var parameters = JSONWriter()
        parameters.beginObject()
        if case .pointer(let pointer) = right {
            parameters.name("with")
            parameters.text(pointer.pointer)
        }
        parameters.endObject()
        return Finding(
            code: .compare, path: left.pointer, keyword: keyword, parameters: parameters.bytes, severity: severity,
            schema: source)
    }

    /// How much work it is to compare two values.
    private static func work(_ first: JSONValue, _ second: JSONValue) -> Int {
        2 * (first.source.count + second.source.count)
    }

    /// Whether two values stand as they should; values of different kinds have no order, and no finding.
    private func holds(_ first: JSONValue, _ second: JSONValue) -> Bool {
        if relation == .among { return second.kind != .array || second.elements.contains { Self.isSame($0, first) } }
        if first.kind == .number, second.kind == .number { return holds(number: first, second) }
        if let own = InstantInterval(first), let other = InstantInterval(second) {
            return relation.holds(own.range, shifted(other).range)
        }
        let (own, other) = (DateInterval(first), DateInterval(second))
        if let own, let other { return relation.holds(own.range, shifted(other).range) }
        if relation == .equal || relation == .different {
            return Self.isSame(second, first) == (relation == .equal)
        }
        // A date and a text that is none have no order.
        guard own == nil, other == nil, let own = first.text, let other = second.text else { return true }
        let precedes = own.lexicographicallyPrecedes(other)
        return relation.holds(precedes ? 0 : 1, own == other ? (precedes ? 0 : 1) : precedes ? 1 : 0)
    }

    /// Whether two values are the same, however they are written.
    private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
        guard one.kind == other.kind else { return false }
        switch one.kind {
        case .null: return true
        case .boolean: return one.boolean == other.boolean
        case .string: return one.text == other.text
        case .number, .array, .object: return CanonicalJSON.bytes(of: one) == CanonicalJSON.bytes(of: other)
        }
    }

    /// Whether two numbers stand as they should.
    private func holds(number first: JSONValue, _ second: JSONValue) -> Bool {
        guard case .number(let number) = plus else {
            return relation.holds(JSONDecimal(first.slice), JSONDecimal(second.slice))
        }
        guard let other = second.integer else { return true }
        let (sum, overflows) = other.addingReportingOverflow(number)
        var written = JSONWriter()
        written.integer(sum)
        return overflows || relation.holds(JSONDecimal(first.slice), JSONDecimal(written.bytes[...]))
    }

    /// The other side's days with what is added to them.
    private func shifted(_ interval: DateInterval) -> DateInterval {
        if case .span(let span) = plus { interval.adding(span) } else { interval }
    }

    /// The other side's moment with what is added to it.
    private func shifted(_ instant: InstantInterval) -> InstantInterval {
        if case .span(let span) = plus { instant.adding(span) } else { instant }
    }

    /// Reads the other side: exactly one of `right`, `value` and `now`.
    private static func other(_ source: JSONValue) throws(FormError) -> Other {
        switch (source["right"], source["value"], source["now"]) {
        case (let right?, nil, nil):
            guard let pointer = right.text, pointer.first == UInt8(ascii: "/") else {
                throw .refused(.annotation, at: right)
            }
            return .pointer(JSONPath(pointer))
        case (nil, let value?, nil): return .value(value)
        case (nil, nil, let now?):
            guard now.boolean == true else { throw .refused(.annotation, at: now) }
            return .now
        default: throw .refused(.annotation, at: source)
        }
    }

    /// Reads what is added: a whole number, or a duration.
    private static func plus(_ value: JSONValue?) throws(FormError) -> Plus {
        guard let value else { return .nothing }
        if let number = value.integer { return .number(number) }
        guard let span = value.text.flatMap({ CalendarSpan($0) }) else { throw .refused(.annotation, at: value) }
        return .span(span)
    }
}
