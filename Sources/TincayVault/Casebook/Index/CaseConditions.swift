import TincayIntake

/// What a query says about cases, field by field.
struct CaseConditions {
    /// What each query is checked against, for schemas to refer to.
    static let definitions: StaticString = """
        {"names": {"type": ["string", "array"], "maxLength": 1000, "maxItems": 1000,
           "items": {"type": ["string", "null"], "maxLength": 1000}},
         "days": {"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
           "from": {"type": "string", "maxLength": 10}, "to": {"type": "string", "maxLength": 10}}},
         "conditions": {"type": "object", "properties": {
           "urgency": {"type": "array", "items": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5", null]}},
           "status": {"type": "array", "items": {"enum": ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW",
             "CLOSED", "REOPENED", "TRANSFERRED", "DUPLICATE"]}},
           "check": {"type": "array", "items": {"enum": ["unknown_form", "accepted", "refused", "partial",
             "unfinished"]}},
           "profile": {"$ref": "#/$defs/names"}, "point": {"$ref": "#/$defs/names"},
           "form": {"$ref": "#/$defs/names"}, "assigned": {"$ref": "#/$defs/names"},
           "rules": {"$ref": "#/$defs/names"},
           "overdue": {"type": "boolean"}, "unfinished": {"type": "boolean"}, "doubtful": {"type": "boolean"},
           "received": {"$ref": "#/$defs/days"}, "due": {"$ref": "#/$defs/days"},
           "facets": {"type": "object", "maxProperties": 32, "additionalProperties": {"type": "array",
             "maxItems": 1000, "items": {"type": ["string", "number", "boolean", "null"]}}}}},
         "filter": {"$ref": "#/$defs/conditions", "properties": {
           "not": {"$ref": "#/$defs/conditions", "unevaluatedProperties": false}}}}
        """

    /// How urgent it may be; nil among them stands for cases that no rule fired for.
    private let urgencies: [Urgency?]?
    /// How far the work may be.
    private let statuses: [CaseStatus]?
    /// What may have come of checking it again.
    private let checks: [ReportCheck]?
    /// Texts that a field may have, nil for none, by the field.
    private let texts: [(field: Field, values: [[UInt8]?])]
    /// The rules of which one has fired.
    private let rules: [[UInt8]?]?
    /// Whether a deadline has passed.
    private let isOverdue: Bool?
    /// Flags and whether they are there.
    private let flags: [(flag: UInt8, isThere: Bool)]
    /// When it was told.
    private let received: ClosedRange<Int64>?
    /// When its deadline is.
    private let due: ClosedRange<Int64>?
    /// Coded answers and what they may be.
    private let facets: [(name: [UInt8], values: [[UInt8]?])]

    /// A field that is a name.
    private enum Field: CaseIterable {
        case profile, point, form, assigned

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .profile: "profile"
            case .point: "point"
            case .form: "form"
            case .assigned: "assigned"
            }
        }
    }

    /// Reads the conditions of a query that was checked; none are met by every case.
    init(_ query: JSONValue?) throws(VaultError) {
        urgencies = query?["urgency"]?.elements.map { Urgency.named($0) }
        statuses = query?["status"]?.elements.compactMap { value in
            CaseStatus.allCases.first { value.isText($0.name) }
        }
        checks = query?["check"]?.elements.compactMap { value in
            ReportCheck.allCases.first { value.isText($0.name) }
        }
        var texts: [(field: Field, values: [[UInt8]?])] = []
        for field in Field.allCases {
            if let value = query?[field.name] { texts.append((field, Self.names(value))) }
        }
        self.texts = texts
        rules = query?["rules"].map { value in
            Self.names(value).map { name in name.map { Self.json($0) } }
        }
        isOverdue = query?["overdue"]?.boolean
        var flags: [(flag: UInt8, isThere: Bool)] = []
        if let value = query?["unfinished"]?.boolean { flags.append((CaseTable.unfinished, value)) }
        if let value = query?["doubtful"]?.boolean { flags.append((CaseTable.doubtful, value)) }
        self.flags = flags
        received = try Self.days(query?["received"])
        due = try Self.days(query?["due"])
        var facets: [(name: [UInt8], values: [[UInt8]?])] = []
        if let members = query?["facets"]?.members {
            for member in members {
                var values: [[UInt8]?] = []
                for value in member.value.elements {
                    values.append(value.kind == .null ? nil : FacetColumn.canonical(value))
                }
                facets.append((member.name.text ?? [], values))
            }
        }
        self.facets = facets
    }

    /// Hands over the cases that meet each condition, one condition after the other.
    func visit(_ caseload: Caseload, at now: Moment, _ visit: (PlaceBits) -> Void) {
        let table = caseload.table
        let nothing = PlaceBits(room: table.open.words.count * 64)
        if let urgencies {
            var bits = nothing
            for urgency in urgencies { table.add(urgency, to: &bits) }
            visit(bits)
        }
        if let statuses {
            var bits = nothing
            for status in statuses { table.status.add(status.rawValue, to: &bits) }
            visit(bits)
        }
        if let checks {
            var bits = nothing
            for check in checks { table.check.add(check.rawValue, to: &bits) }
            visit(bits)
        }
        for (field, values) in texts { visit(cases(in: caseload, field, values, nothing)) }
        if let rules {
            var bits = nothing
            table.facets.add(FacetColumn.rules, rules, of: table.open, to: &bits)
            visit(bits)
        }
        for (flag, isThere) in flags {
            var bits = nothing
            for value: UInt8 in 0..<4 where (value & flag != 0) == isThere { table.flags.add(value, to: &bits) }
            visit(bits)
        }
        if let isOverdue {
            let overdue = table.overdue(at: now)
            guard !isOverdue else { return visit(overdue) }
            var bits = table.open
            bits.subtract(overdue)
            visit(bits)
        }
        if let received { visit(table.cases(where: table.received, isIn: received)) }
        if let due { visit(table.cases(where: table.due, isIn: due)) }
        for (name, values) in facets {
            var bits = nothing
            table.facets.add(name, values, of: table.open, to: &bits)
            visit(bits)
        }
    }

    /// The cases of which a field has one of some texts.
    private func cases(
        in caseload: Caseload, _ field: Field, _ values: [[UInt8]?], _ nothing: PlaceBits
    ) -> PlaceBits {
        let table = caseload.table
        var bits = nothing
        for value in values {
            switch field {
            case .profile: table.profile.add(value, to: &bits)
            case .form: table.form.add(value, to: &bits)
            case .assigned: table.assigned.add(value, to: &bits)
            case .point:
                guard let value else {
                    table.point.add(nil, to: &bits)
                    continue
                }
                // Several points may bear one name.
                for (id, name) in caseload.points where name == value { table.point.add(id, to: &bits) }
            }
        }
        return bits
    }

    /// One text or several.
    static func names(_ value: JSONValue) -> [[UInt8]?] {
        guard value.kind == .array else { return [value.text] }
        return value.elements.map { $0.text }
    }

    /// A text as JSON.
    private static func json(_ text: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }

    /// Reads days, of which the last is included.
    static func days(_ value: JSONValue?) throws(VaultError) -> ClosedRange<Int64>? {
        guard let value else { return nil }
        var range: (from: Int64, to: Int64) = (.min, CaseTable.never - 1)
        if let text = value["from"]?.text {
            guard let day = Moment.days(of: text) else { throw .invalidInput }
            range.from = Moment(days: day).milliseconds
        }
        if let text = value["to"]?.text {
            guard let day = Moment.days(of: text) else { throw .invalidInput }
            range.to = Moment(days: day + 1).milliseconds - 1
        }
        guard range.from <= range.to else { throw .invalidInput }
        return range.from...range.to
    }
}
