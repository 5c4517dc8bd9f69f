import TincayIntake

extension Desk {
    /// The schema of a query for a list.
    private static let listSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "urgency": {"type": "array", "items": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5", null]}},
          "status": {"type": "array", "items": {"enum": ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW",
            "CLOSED", "REOPENED", "TRANSFERRED", "DUPLICATE"]}},
          "profile": {"type": "array", "items": {"type": "string"}},
          "point": {"type": "string"},
          "order": {"enum": ["urgency", "due", "received"]},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string"}}}
        """, size: 64 << 10)
    /// How many cases a page has when nobody asks for another number.
    private static let pageSize: Int64 = 100

    /// Lists cases, a page at a time.
    public func list(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.listSchema.read(query) }
        let order = CaseOrder.allCases.first { root?["order"]?.isText($0.name) == true } ?? .urgency
        let limit = Int(clamping: root?["limit"]?.integer ?? Self.pageSize)
        var start: CaseOrder.Place?
        if let after = root?["after"]?.text {
            guard let id = ReportID(hexadecimal: after), let record = caseload[id] else { throw .notFound }
            start = order.place(of: record)
        }
        let filter = CaseFilter(root)
        var total: Int64 = 0
        var waiting: [(place: CaseOrder.Place, record: CaseRecord)] = []
        for record in caseload.cases {
            guard let record, filter.accepts(record, point: caseload.point(of: record)) else { continue }
            total += 1
            let place = order.place(of: record)
            if let start, place <= start { continue }
            waiting.append((place, record))
        }
        waiting.sort { $0.place < $1.place }
        return page(waiting.prefix(limit).map { $0.record }, total: total, goesOn: waiting.count > limit)
    }

    /// Writes a page.
    private func page(_ records: [CaseRecord], total: Int64, goesOn: Bool) -> [UInt8] {
        let now = clock.now()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(total)
        writer.name("cases")
        writer.beginArray()
        for record in records { record.write(to: &writer, point: caseload.point(of: record), at: now) }
        writer.endArray()
        writer.name("next")
        if goesOn, let last = records.last { writer.text(last.id.hexadecimal) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }
}
