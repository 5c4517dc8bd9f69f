import TincayIntake

extension Desk {
    /// The schema of a question about a person.
    private static let subjectSchema = InputSchema(
        """
        {"$ref": "#/$defs/filter", "type": "object", "unevaluatedProperties": false, "required": ["reason"],
          "minProperties": 2, "properties": {
          "name": {"type": "string", "minLength": 1, "maxLength": 200},
          "phone": {"type": "string", "minLength": 6, "maxLength": 40},
          "reason": {"type": "string", "minLength": 1, "maxLength": 500},
          "sections": {"type": "boolean"}}}
        """, defining: CaseConditions.definitions, size: 64 << 10)
    /// The most reports of which data are given at once.
    private static let mostSubjects = 1000

    /// Finds a person's data over all reports and gives them, as a person may ask for.
    ///
    /// The search is in the ledger before the first report is opened, and each report that something is given of gets an
    /// entry before it is given.
    public func subject(_ query: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        _ = try keys.facts()
        let root = try unsafe Self.subjectSchema.read(query)
        let subject = try SubjectQuery(root)
        let reason = root["reason"]?.text ?? []
        let cases = try CaseFilter(root).cases(in: caseload, at: clock.now())
        let candidates: [Int]
        if let name = subject.name, subject.phone == nil {
            candidates = try sift(cases, name.certain, keys).map { $0.place }
        } else {
            candidates = [Int](cases)
        }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            let entry = SearchedEntry(searched: cases.count, opened: candidates.count, showsWords: true)
            try enter(.subjectSearched, open: entry.bytes + reason, in: &batch)
        }
        var found: [(place: Int, sections: [ReportSection], fields: [SubjectField])] = []
        for place in candidates {
            guard let id = caseload.table.reports.id(at: place),
                let sections = try openIfPossible(id, filed: Int64(caseload.table.numbers[place]), keys)?.sections
            else { continue }
            let fields = sections.flatMap { SubjectField.fields(of: $0, subject) }
            guard !fields.isEmpty else { continue }
            guard found.count < Self.mostSubjects else { throw .tooLarge }
            found.append((place, sections, fields))
        }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            for (place, _, _) in found {
                if let id = caseload.table.reports.id(at: place) { try enter(.subjectGiven, report: id, in: &batch) }
            }
        }
        return answer(found, opened: candidates.count, whole: root["sections"]?.boolean == true)
    }

    /// Writes what was found.
    private func answer(
        _ found: [(place: Int, sections: [ReportSection], fields: [SubjectField])], opened: Int, whole: Bool
    ) -> [UInt8] {
        let now = clock.now()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(Int64(found.count))
        writer.name("opened")
        writer.integer(Int64(opened))
        writer.name("reports")
        writer.beginArray()
        for (place, sections, fields) in found {
            guard let record = caseload.record(at: place) else { continue }
            let referrals = caseload.referrals.summary(of: record.id, on: now.days)
            record.write(to: &writer, point: caseload.point(of: record), referrals: referrals, at: now) { writer in
                writer.name("fields")
                writer.beginArray()
                for field in fields {
                    writer.beginObject()
                    writer.name("section")
                    writer.text(field.section.name)
                    writer.name("pointer")
                    writer.text(field.pointer)
                    writer.name("value")
                    writer.raw(field.json)
                    writer.endObject()
                }
                writer.endArray()
                guard whole else { return }
                ReportSection.write(sections, to: &writer)
            }
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}
