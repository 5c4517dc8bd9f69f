import TincayIntake

extension Desk {
    /// The schema of a query for a table.
    private static let countSchema = InputSchema(
        """
        {"$ref": "#/$defs/filter", "type": "object", "unevaluatedProperties": false, "required": ["by"], "properties": {
          "by": {"type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true,
            "items": {"type": "string", "minLength": 1, "maxLength": 100, "not": {"const": "count"}}}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)

    /// Counts cases by one to three dimensions; a case with several values of a facet counts once in each.
    public func count(_ query: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        let root = try unsafe Self.countSchema.read(query)
        let now = clock.now()
        let cases = try CaseFilter(root).cases(in: caseload, at: now)
        var dimensions: [CaseDimension] = []
        if let elements = root["by"]?.elements {
            for name in elements { dimensions.append(CaseDimension(name.text ?? [], in: caseload, at: now)) }
        }
        let count = try CaseCount(cases, by: dimensions)
        return Self.table(count.rows, by: dimensions, total: Int64(cases.count))
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
