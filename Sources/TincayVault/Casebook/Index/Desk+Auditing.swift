import TincayIntake

extension Desk {
    /// The schema of a query for a page of the ledger.
    private static let logSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "person": {"$ref": "#/$defs/names"}, "type": {"$ref": "#/$defs/names"}, "time": {"$ref": "#/$defs/days"},
          "report": {"type": "string", "maxLength": 64},
          "order": {"enum": ["newest", "oldest"]},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "integer", "minimum": 0}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)

    /// Lists the ledger's entries for those who look after it: who did what, when, and to which report, the newest first.
    public func log(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.logSchema.read(query) }
        let filter = try EntryFilter(root, in: caseload)
        let limit = Int(clamping: root?["limit"]?.integer ?? Self.pageSize)
        let numbers = filter.numbers(
            in: caseload, after: root?["after"]?.integer, isOldestFirst: root?["order"]?.isText("oldest") == true)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(Int64(numbers.total))
        writer.name("entries")
        writer.beginArray()
        for number in numbers.list.prefix(limit) { try write(number, to: &writer) }
        writer.endArray()
        writer.name("next")
        if numbers.list.count > limit { writer.integer(numbers.list[limit - 1]) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }

    /// Writes an entry with what everybody at the desk may know of it, and nothing of a report but which it is.
    private func write(_ number: Int64, to writer: inout JSONWriter) throws(VaultError) {
        guard let row = try store.entry(number) else { throw .tampered }
        let entry = try LedgerChain.open(row, number: number, header: header, keys: unlocked())
        writer.beginObject()
        entry.writeFront(to: &writer, number: number)
        writer.name("report")
        if let id = entry.report { writer.text(id.hexadecimal) } else { writer.null() }
        switch entry.type {
        case .subjectSearched:
            writer.name("reason")
            writer.text([UInt8](entry.open.dropFirst(SearchedEntry.size)))
        case .shredded:
            writer.name("reason")
            writer.text(try ShredCertificate(entry.open).reason)
        case .searched:
            let search = try SearchedEntry(entry.open)
            writer.name("searched")
            writer.integer(Int64(search.searched))
            writer.name("opened")
            writer.integer(Int64(search.opened))
            writer.name("shown")
            writer.boolean(search.showsWords)
        case .collected:
            let bundle = try CollectedBundle(entry.open)
            writer.name("point")
            writer.text(bundle.point.name)
            writer.name("bundle")
            writer.integer(Int64(clamping: bundle.sequence))
            writer.name("filed")
            writer.integer(Int64(bundle.filed))
            writer.name("damaged")
            writer.integer(Int64(bundle.damaged))
        default: try entry.writePeople(to: &writer, caseload.people)
        }
        writer.endObject()
    }
}
