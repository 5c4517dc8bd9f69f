import TincayIntake

extension Desk {
    /// The most cases that one report is compared with, the newest first.
    private static let mostCompared = 50_000
    /// The most cases that are shown.
    private static let mostShown = 50
    /// The least that what two reports have in common has to say.
    private static let leastScore: Int64 = 5

    /// Another case that may be about the same child or the same person.
    private struct Similar {
        /// The case.
        let record: CaseRecord
        /// What both have in common, and what tells them apart.
        let reasons: [SimilarityReason]
        /// How much that says.
        let score: Int64
    }

    /// Looks for cases that may be about the same child or the same person of concern; nothing is ever joined by itself.
    ///
    /// It opens all reports, which is in the ledger, on the disk, before the first key is unsealed.
    public func similar(_ id: [UInt8]) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        _ = try keys.facts()
        guard let paths = WorkRules.standard?["alike"] else { throw .defect }
        guard let record = caseload[try findToOpen(id)] else { throw .tampered }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.compared, report: record.id, in: &batch)
        }
        let units = try notices().resources.units
        let told = try open(record.id, filed: record.number, keys).opened.report.sections
        let own = ReportTraits(told, paths, received: record.received, units: units)
        var found: [Similar] = []
        var compared: Int64 = 0
        var unreadable: Int64 = 0
        var leftOff: Int64 = 0
        for place in stride(from: caseload.table.count - 1, through: 0, by: -1) {
            guard let other = caseload.record(at: place), other.id != record.id else { continue }
            guard compared < Self.mostCompared else {
                leftOff += 1
                continue
            }
            compared += 1
            guard let sections = try openIfPossible(other.id, filed: other.number, keys)?.sections else {
                unreadable += 1
                continue
            }
            let reasons = own.reasons(ReportTraits(sections, paths, received: other.received, units: units))
            let score = reasons.reduce(Int64(0)) { $0 + $1.weight }
            guard score >= Self.leastScore, reasons.contains(where: { $0.isStrong }) else { continue }
            found.append(Similar(record: other, reasons: reasons, score: score))
        }
        found.sort {
            $0.score != $1.score
                ? $0.score > $1.score : $0.record.id.bytes.lexicographicallyPrecedes($1.record.id.bytes)
        }
        let links = caseload.work[record.id].links
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("compared")
        writer.integer(compared)
        writer.name("unreadable")
        writer.integer(unreadable)
        writer.name("left_off")
        writer.integer(leftOff + Int64(max(0, found.count - Self.mostShown)))
        writer.name("similar")
        writer.beginArray()
        for similar in found.prefix(Self.mostShown) {
            Self.write(similar, link: links.first { $0.id == similar.record.id }, to: &writer)
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes a case that may be about the same.
    private static func write(_ similar: Similar, link: CaseLink?, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("id")
        writer.text(similar.record.id.hexadecimal)
        writer.name("score")
        writer.integer(similar.score)
        writer.name("reasons")
        writer.beginArray()
        for reason in similar.reasons { writer.text(reason.code) }
        writer.endArray()
        writer.name("received")
        writer.text(similar.record.received.text)
        writer.name("status")
        writer.text(similar.record.status.name)
        writer.name("linked")
        if let link { writer.text(link.kind.name) } else { writer.null() }
        writer.endObject()
    }
}
