import TincayIntake

extension Desk {
    /// The schema of a query for a table.
    private static let countSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["by"], "properties": {
          "by": {"type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true,
            "items": {"type": "string", "minLength": 1, "maxLength": 100, "not": {"const": "count"}}},
          "urgency": {"type": "array", "items": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5", null]}},
          "status": {"type": "array", "items": {"enum": ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW",
            "CLOSED", "REOPENED", "TRANSFERRED", "DUPLICATE"]}},
          "profile": {"type": "array", "items": {"type": "string"}},
          "point": {"type": "string"}}}
        """, size: 64 << 10)

    /// Counts cases by one to three dimensions; a case with several values of a facet counts once in each.
    public func count(_ query: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        let root = try unsafe Self.countSchema.read(query)
        let dimensions = root["by"]?.elements.compactMap { $0.text.map { CaseDimension(name: $0) } } ?? []
        let filter = CaseFilter(root)
        var total: Int64 = 0
        var rows: [[[UInt8]]: Int64] = [:]
        for record in caseload.cases {
            let point = record.flatMap { caseload.point(of: $0) }
            guard let record, filter.accepts(record, point: point) else { continue }
            total += 1
            let facets = (try? JSONDocument(parsing: record.facets, limits: .any))?.root
            var combinations: [[[UInt8]]] = [[]]
            for dimension in dimensions {
                let values = dimension.values(of: record, point: point, facets: facets)
                combinations = combinations.flatMap { row in values.map { row + [$0] } }
            }
            for row in combinations { rows[row, default: 0] += 1 }
        }
        return Self.table(rows, by: dimensions, total: total)
    }

    /// Writes a table, in the order of its values.
    private static func table(_ rows: [[[UInt8]]: Int64], by dimensions: [CaseDimension], total: Int64) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("by")
        writer.beginArray()
        for dimension in dimensions { writer.text(dimension.name) }
        writer.endArray()
        writer.name("total")
        writer.integer(total)
        writer.name("rows")
        writer.beginArray()
        let sorted = rows.sorted { left, right in
            left.key.lexicographicallyPrecedes(right.key) { $0.lexicographicallyPrecedes($1) }
        }
        for (values, count) in sorted {
            writer.beginObject()
            for (dimension, value) in zip(dimensions, values) {
                writer.name(dimension.name)
                writer.raw(value)
            }
            writer.name("count")
            writer.integer(count)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}
