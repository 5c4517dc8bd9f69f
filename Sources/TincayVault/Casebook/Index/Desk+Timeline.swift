import TincayIntake

extension Desk {
    /// What was done about a case, when and by whom: codes only, without opening the report.
    public func timeline(_ id: [UInt8]) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        let id = try find(id)
        guard let record = caseload[id] else { throw .tampered }
        var details = CaseDetailReader(store, header, keys)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.text(id.hexadecimal)
        writer.name("history")
        writer.beginArray()
        for number in caseload.entries(about: record) {
            guard let row = try store.entry(number) else { throw .tampered }
            let entry = try LedgerChain.open(row, number: number, header: header, keys: keys)
            let detail = entry.detail.isEmpty ? nil : try details.read(entry, filed: record.number)
            try entry.write(to: &writer, number: number, detail: detail, words: nil)
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}
