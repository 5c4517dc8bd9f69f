extension Desk {
    /// Enters in both cases that they have to do with each other; one that tells what another told before is closed.
    func enter(
        _ link: CaseLink, from record: CaseRecord, words: [UInt8], in batch: inout LedgerBatch
    ) throws(VaultError) {
        guard link.id != record.id else { throw .notAllowed }
        guard let other = caseload[try find(link.id.hexadecimal)] else { throw .tampered }
        let links = caseload.work[record.id].links
        guard links.count < CaseProgress.most, caseload.work[other.id].links.count < CaseProgress.most else {
            throw .tooLarge
        }
        if link.kind == .duplicateOf {
            // A duplicate leads to a case that somebody works on, never in a circle.
            guard other.status != .duplicate, record.status.next.contains(.duplicate) else { throw .notAllowed }
        } else {
            guard !links.contains(link) else { throw .notAllowed }
        }
        try enter(.linked, about: record, detail: link.bytes, words: words, in: &batch)
        try enter(.linked, about: other, detail: link.reversed(record.id).bytes, in: &batch)
        guard link.kind == .duplicateOf else { return }
        try enter(.status, about: record, detail: StatusChange(.duplicate).bytes, in: &batch)
    }

    /// Enters in both cases that they have nothing to do with each other after all.
    func unlink(
        _ id: ReportID, from record: CaseRecord, _ progress: CaseProgress, words: [UInt8], in batch: inout LedgerBatch
    ) throws(VaultError) {
        guard let link = progress.links.first(where: { $0.id == id }) else { throw .notFound }
        guard link.kind != .duplicateOf || record.status != .duplicate else { throw .notAllowed }
        let other = caseload[id]
        if link.kind == .original, other?.status == .duplicate { throw .notAllowed }
        try enter(.unlinked, about: record, detail: link.bytes, words: words, in: &batch)
        // The other case may have been shredded since.
        guard let other else { return }
        try enter(.unlinked, about: other, detail: link.reversed(record.id).bytes, in: &batch)
    }
}
