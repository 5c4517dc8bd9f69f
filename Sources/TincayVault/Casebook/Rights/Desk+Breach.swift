import TincayIntake

extension Desk {
    /// The schema of a question about a breach.
    private static let breachSchema = InputSchema(
        """
        {"$ref": "#/$defs/filter", "type": "object", "unevaluatedProperties": false, "properties": {
          "opened": {"$ref": "#/$defs/days"}, "person": {"$ref": "#/$defs/names"},
          "limit": {"type": "integer", "minimum": 0, "maximum": 100000}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)

    /// Tells whose data, which kinds and how many a breach may have exposed.
    ///
    /// It is a stolen file, or what somebody opened in a time. Nothing is opened for it; the asking is entered.
    public func breach(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.breachSchema.read(query) }
        let now = clock.now()
        var review = ExposureReview(try CaseFilter(root).cases(in: caseload, at: now))
        let time = try CaseConditions.days(root?["opened"])
        if time != nil || root?["person"] != nil {
            let people = root?["person"].map { value in
                CaseConditions.names(value).compactMap { name in
                    name.flatMap { caseload.entries.people.code(of: $0) }
                }
            }
            let range = time ?? Int64.min...CaseTable.never
            review.keep(openedBy: people, in: range, caseload)
            try countSearches(by: people, in: range, into: &review)
        }
        let count = review.cases.count
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            var writer = ByteWriter(capacity: 4)
            writer.append(number: UInt32(clamping: count))
            try enter(.breachReviewed, open: writer.bytes, in: &batch)
        }
        return try answer(review, limit: Int(clamping: root?["limit"]?.integer ?? 1000))
    }

    /// Adds the searches that were made.
    private func countSearches(
        by people: [UInt32]?, in time: ClosedRange<Int64>, into review: inout ExposureReview
    ) throws(VaultError) {
        let keys = try unlocked()
        let entries = caseload.entries
        for (index, type) in entries.types.enumerated() where type == LedgerEntryType.searched.rawValue {
            guard time.contains(entries.times[index]), people?.contains(entries.persons[index]) ?? true,
                let row = try store.entry(Int64(index) + 1)
            else { continue }
            let entry = try LedgerChain.open(row, number: Int64(index) + 1, header: header, keys: keys)
            review.note(try SearchedEntry(entry.open))
        }
    }

    /// Writes the answer.
    private func answer(_ review: ExposureReview, limit: Int) throws(VaultError) -> [UInt8] {
        let table = caseload.table
        var first = Int64.max
        var last = Int64.min
        var forms: [UInt64: Int] = [:]
        for place in review.cases {
            first = min(first, table.received[place])
            last = max(last, table.received[place])
            forms[UInt64(table.form.codes[place]) << 32 | UInt64(table.version.codes[place]), default: 0] += 1
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("reports")
        writer.integer(Int64(review.cases.count))
        writer.name("from")
        if first <= last { writer.text(Moment(milliseconds: first).text) } else { writer.null() }
        writer.name("to")
        if first <= last { writer.text(Moment(milliseconds: last).text) } else { writer.null() }
        writer.name("forms")
        writer.beginArray()
        for (codes, count) in forms.sorted(by: { $0.key < $1.key }) {
            try write(
                table.form.words[UInt32(truncatingIfNeeded: codes >> 32)] ?? [],
                table.version.words[UInt32(truncatingIfNeeded: codes)] ?? [], count, to: &writer)
        }
        writer.endArray()
        writer.name("searches")
        writer.integer(review.searches.count)
        writer.name("opened_by_searches")
        writer.integer(review.searches.opened)
        writer.name("ids")
        writer.beginArray()
        var left = limit
        for place in review.cases where left > 0 {
            if let id = table.reports.id(at: place) { writer.text(id.hexadecimal) }
            left -= 1
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes how many reports of a form there are, and which kinds of data such a report may have when the form is kept here.
    private func write(
        _ name: [UInt8], _ version: [UInt8], _ count: Int, to writer: inout JSONWriter
    ) throws(VaultError) {
        writer.beginObject()
        writer.name("form")
        writer.text(name)
        writer.name("version")
        writer.text(version)
        writer.name("reports")
        writer.integer(Int64(count))
        var kept: Form?
        for hash in caseload.work.forms where kept == nil {
            if let form = try form(hash), form.id == name, form.version == version { kept = form }
        }
        writer.name("sections")
        if let kept {
            let sections = kept.sectionsOfQuestions.map { $0.section }
            writer.beginArray()
            for section in SectionName.allCases where sections.contains(section) { writer.text(section.name) }
            writer.endArray()
        } else {
            writer.null()
        }
        writer.endObject()
    }
}
