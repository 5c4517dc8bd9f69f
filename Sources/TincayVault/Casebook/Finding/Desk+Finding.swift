import TincayIntake

extension Desk {
    /// The schema of a query for words.
    private static let findSchema = InputSchema(
        """
        {"$ref": "#/$defs/filter", "type": "object", "unevaluatedProperties": false, "required": ["text"], "properties": {
          "text": {"type": "string", "minLength": 1, "maxLength": 1000},
          "exact": {"type": "boolean"},
          "sections": {"type": "array", "minItems": 1, "items": {"enum": ["facts", "identity", "contact", "accused",
            "place", "notes"]}},
          "snippet": {"type": "boolean"},
          "order": {"enum": ["urgency", "due", "received", "changed"]},
          "reverse": {"type": "boolean"},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string"}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)

    /// Finds cases by words in what the person may read of them, a page at a time.
    ///
    /// That there is a search is in the ledger, on the disk, before the first report's key is used. The pages that follow
    /// the first are of the same search and open nothing, unless the words around the match are asked for.
    public func find(_ query: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        _ = try unlocked().facts()
        let root = try unsafe Self.findSchema.read(query)
        guard let text = root["text"]?.text,
            let words = SearchQuery(text, isExact: root["exact"]?.boolean == true)
        else { throw .invalidInput }
        let cases = try CaseFilter(root).cases(in: caseload, at: clock.now())
        let key = Self.key(of: root)
        let wantsSnippets = root["snippet"]?.boolean == true
        var sections: [SectionName]?
        if let names = root["sections"]?.elements {
            sections = SectionName.allCases.filter { section in names.contains { $0.isText(section.name) } }
        }
        var result: FoundCases
        if root["after"] != nil, !wantsSnippets, let found, found.key == key {
            result = found
        } else {
            result = try search(cases, for: words, in: sections, key: key, showsWords: wantsSnippets)
            found = result
        }
        result.bits.formIntersection(cases)
        let (places, goesOn) = try page(of: result.bits, as: root)
        var snippets: [Int: [UInt8]] = [:]
        if wantsSnippets { snippets = try self.snippets(of: places, for: words, in: sections) }
        return list(places, of: result, snippets, goesOn: goesOn)
    }

    /// What tells a search from others: the query without what only says which page.
    private static func key(of root: JSONValue) -> [UInt8] {
        let others: [StaticString] = ["order", "reverse", "limit", "after", "snippet"]
        var key: [UInt8] = []
        for member in root.members where !others.contains(where: { member.name.isText($0) }) {
            key += member.name.json + [0] + member.value.json + [0]
        }
        return key
    }

    /// Writes a page.
    private func list(
        _ places: [Int], of found: FoundCases, _ snippets: [Int: [UInt8]], goesOn: Bool
    ) -> [UInt8] {
        let now = clock.now()
        var last: [UInt8]?
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(Int64(found.bits.count))
        writer.name("opened")
        writer.integer(Int64(found.opened))
        writer.name("unreadable")
        writer.integer(Int64(found.unreadable))
        writer.name("cases")
        writer.beginArray()
        for place in places {
            guard let record = caseload.record(at: place) else { continue }
            last = record.id.hexadecimal
            let referrals = caseload.referrals.summary(of: record.id, on: now.days)
            record.write(to: &writer, point: caseload.point(of: record), referrals: referrals, at: now) { writer in
                writer.name("found")
                writer.beginArray()
                for section in SectionName.allCases where found.places[place].map({ $0 >> section.rawValue & 1 }) == 1 {
                    writer.text(section.name)
                }
                if found.places[place].map({ $0 & 1 }) == 1 { writer.text("history") }
                writer.endArray()
                guard let snippet = snippets[place] else { return }
                writer.name("snippet")
                writer.text(snippet)
            }
        }
        writer.endArray()
        writer.name("next")
        if goesOn, let last { writer.text(last) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }
}
