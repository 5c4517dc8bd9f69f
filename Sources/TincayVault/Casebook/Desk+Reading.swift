import TincayCrypto
import TincayIntake

extension Desk {
    /// Opens one report; that it is being read is in the ledger, on the disk, before its key is unsealed.
    public func read(_ id: [UInt8]) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        _ = try keys.facts()
        let id = try findToOpen(id)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in try enter(.read, report: id, in: &batch) }
        guard let record = caseload[id] else { throw .tampered }
        let (held, opened) = try open(id, filed: record.number, keys)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.text(id.hexadecimal)
        writer.name("head")
        let now = clock.now()
        record.write(
            to: &writer, point: caseload.point(of: record),
            referrals: caseload.referrals.summary(of: id, on: now.days), at: now)
        let history = try history(of: record, words: held.words(), keys)
        writer.name("result")
        writer.raw(history.triage)
        ReportSection.write(opened.report.sections, to: &writer)
        writer.name("closed")
        writer.beginArray()
        for section in opened.closed { section.write(to: &writer) }
        writer.endArray()
        writer.name("work")
        caseload.work[id].write(to: &writer, at: now)
        try writeReferrals(of: record, opened.report, to: &writer)
        try writeAttachments(of: id, held, keys, to: &writer)
        writer.name("history")
        writer.raw(history.json)
        writer.endObject()
        return writer.bytes
    }

    /// The report of an identifier, when it is a case.
    func find(_ id: [UInt8]) throws(VaultError) -> ReportID {
        guard let id = ReportID(hexadecimal: id), let known = caseload.known[id] else { throw .notFound }
        switch known.fate {
        case .open: return id
        case .damaged: throw .tampered
        case .shredded: throw .notFound
        }
    }

    /// What was done about a case, as a JSON array, and what triage said when it was filed.
    private func history(
        of record: CaseRecord, words key: borrowing SecretBytes, _ keys: DeskKeys
    ) throws(VaultError) -> (json: [UInt8], triage: [UInt8]) {
        var details = CaseDetailReader(store, header, keys)
        var triage: [UInt8]?
        var writer = JSONWriter()
        writer.beginArray()
        for number in caseload.entries(about: record) {
            guard let row = try store.entry(number) else { throw .tampered }
            let entry = try LedgerChain.open(row, number: number, header: header, keys: keys)
            var detail: [UInt8]?
            if !entry.detail.isEmpty {
                detail = try details.read(entry, filed: record.number)
                guard detail != nil else { throw .tampered }
            }
            if entry.type == .filed, let detail { triage = try FiledDetail(detail).triage }
            var words: [UInt8]?
            if !entry.words.isEmpty {
                words = try CaseDetail.words.open(
                    entry.words, type: entry.type, id: record.id, header: header, key: key)
            }
            try entry.write(to: &writer, number: number, detail: detail, words: words)
        }
        writer.endArray()
        guard let triage else { throw .tampered }
        return (writer.bytes, triage)
    }
}
