import TincayIntake

extension Desk {
    /// How many bytes the reason for shredding may have.
    static let reasonSize = 1...1000

    /// Destroys a report's keys: the report, its head and what was noted about it are gone, the ledger still holds.
    ///
    /// When this returns, no page of the file or of its write-ahead log has the keys any more. What stays is a certificate.
    public func shred(_ id: [UInt8], reason: [UInt8]) throws(VaultError) {
        _ = try unlocked()
        guard Self.reasonSize.contains(reason.count) else { throw .tooLarge }
        guard String(validating: reason, as: UTF8.self) != nil else { throw .invalidInput }
        guard let id = ReportID(hexadecimal: id), let known = caseload.known[id] else { throw .notFound }
        if case .shredded = known.fate {
            // Asked again, because the log could not be emptied when the keys were destroyed.
            guard store.owesForgetting else { throw .notFound }
            return try store.forget()
        }
        guard caseload.work[id].hold(at: clock.now()) == nil else { throw .held }
        try removing(caseload.attachments.files(of: id)) { () throws(VaultError) in
            try commit { (batch: inout LedgerBatch) throws(VaultError) in
                try destroy(id, known, reason: reason, in: &batch)
            }
        }
        try store.forget()
    }

    /// Destroys a report's keys with those of its files, and its body, and enters the certificate; the log is to be
    /// emptied once this is on the disk.
    func destroy(
        _ id: ReportID, _ known: Caseload.Known, reason: [UInt8], in batch: inout LedgerBatch
    ) throws(VaultError) {
        let size = try store.key(known.number)?.count ?? 0
        try store.destroy(known.number, keySize: size)
        try destroyFileKeys(caseload.attachments.files(of: id))
        var kept: Retained?
        if let record = caseload[id] {
            kept = Retained(record, caseload.work[id], try WorkRules(decided: caseload.work.decided))
        }
        let certificate = ShredCertificate(
            filed: known.number, bodyHash: known.bodyHash, kind: kept?.kind?.code ?? [],
            due: kept?.due?.milliseconds ?? 0, reason: reason)
        try enter(.shredded, report: id, open: certificate.bytes, in: &batch)
    }
}
