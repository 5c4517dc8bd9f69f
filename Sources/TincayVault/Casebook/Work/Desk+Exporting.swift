import TincayCrypto
import TincayIntake

extension Desk {
    /// Fills in an official form from a report; that it is filled in is in the ledger, on the disk, before the report is
    /// opened.
    ///
    /// What nobody has told stays empty.
    public func export(_ id: [UInt8], what: [UInt8]) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        _ = try keys.facts()
        guard let standard = WorkRules.standard, let forms = standard["exports"] else { throw .defect }
        guard let form = forms.elements.first(where: { $0["form"]?.text == what }) else { throw .invalidInput }
        guard let record = caseload[try findToOpen(id)] else { throw .tampered }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.exported, about: record, detail: what, in: &batch)
        }
        let opened = try open(record.id, filed: record.number, keys).opened
        let now = clock.now()
        var writer = JSONWriter()
        writer.beginObject()
        for name in ["form", "vi", "en", "source", "verified", "confidence"] as [StaticString] {
            writer.name(name)
            writer.raw(form[name]?.json ?? Array("null".utf8))
        }
        writer.name("report")
        writer.text(record.id.hexadecimal)
        writer.name("exported")
        writer.text(now.text)
        writer.name("person")
        writer.text(person)
        writer.name("answers_of")
        writer.text(record.form)
        writer.name("mapped_for")
        writer.raw(form["answers_of"]?.json ?? Array("null".utf8))
        writer.name("closed")
        writer.beginArray()
        for section in opened.closed { writer.text(section.name.name) }
        writer.endArray()
        writer.name("rows")
        writer.beginArray()
        let answers = AnswerPointers(opened.report.sections)
        for row in form["rows"]?.elements.map({ $0 }) ?? [] { Self.write(row, answers, record, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes a line of the form with what the report says.
    private static func write(
        _ row: JSONValue, _ answers: AnswerPointers, _ record: CaseRecord, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        for name in ["field", "part", "vi", "en", "confidence"] as [StaticString] {
            guard let value = row[name] else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        if let unless = row["unless"], let pointer = unless["pointer"]?.text, let told = answers[pointer],
            told.json == unless["is"]?.json
        {
            writer.name("value")
            writer.null()
            writer.name("withheld")
            writer.boolean(true)
            writer.endObject()
            return
        }
        let value = answers.first(row["from"])
        let code = value?.text.map { row["values"]?.member($0)?.text ?? $0 }
        writer.name("value")
        if row["taken"]?.isText("received") == true {
            writer.text(record.received.text)
        } else if row["taken"]?.isText("received_date") == true {
            writer.text(record.received.dateText)
        } else if let code {
            writer.text(code)
        } else {
            writer.raw(value?.json ?? Array("null".utf8))
        }
        if let code, let label = row["labels"]?.member(code) {
            writer.name("label")
            writer.raw(label.json)
        }
        writer.endObject()
    }
}
