import TincayIntake

extension Desk {
    /// The schema of a query for a list.
    private static let listSchema = InputSchema(
        """
        {"$ref": "#/$defs/filter", "type": "object", "unevaluatedProperties": false, "properties": {
          "order": {"enum": ["urgency", "due", "received", "changed"]},
          "reverse": {"type": "boolean"},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string"}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)
    /// How many cases a page has when nobody asks for another number.
    static let pageSize: Int64 = 100

    /// Lists cases, a page at a time.
    public func list(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.listSchema.read(query) }
        let bits = try CaseFilter(root).cases(in: caseload, at: clock.now())
        let (places, goesOn) = try page(of: bits, as: root)
        return list(places.compactMap { caseload.record(at: $0) }, total: bits.count, goesOn: goesOn)
    }

    /// The page of a list that a query asks for by `order`, `reverse`, `limit` and `after`.
    func page(of bits: PlaceBits, as root: JSONValue?) throws(VaultError) -> (places: [Int], goesOn: Bool) {
        let order = CaseOrder.allCases.first { root?["order"]?.isText($0.name) == true } ?? .urgency
        let limit = Int(clamping: root?["limit"]?.integer ?? Self.pageSize)
        var start: Int?
        if let after = root?["after"]?.text {
            guard let id = ReportID(hexadecimal: after), let place = caseload.table.reports.place(of: id),
                caseload.table.fate(at: place) == .open
            else { throw .notFound }
            start = place
        }
        let isReversed = root?["reverse"]?.boolean == true
        let places = sort { table in
            table.page(of: bits, in: order, isReversed: isReversed, after: start, limit: limit)
        }
        return ([Int](places.prefix(limit)), places.count > limit)
    }

    /// Writes a page.
    private func list(_ records: [CaseRecord], total: Int, goesOn: Bool) -> [UInt8] {
        let now = clock.now()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(Int64(total))
        writer.name("cases")
        writer.beginArray()
        for record in records {
            let referrals = caseload.referrals.summary(of: record.id, on: now.days)
            record.write(to: &writer, point: caseload.point(of: record), referrals: referrals, at: now)
        }
        writer.endArray()
        writer.name("next")
        if goesOn, let last = records.last { writer.text(last.id.hexadecimal) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }
}
