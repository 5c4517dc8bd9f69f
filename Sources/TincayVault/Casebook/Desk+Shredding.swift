extension Desk {
    /// How many bytes the reason for shredding may have.
    static let reasonSize = 1...1000

    /// Destroys a report's keys: the report, its head and what was noted about it are gone, the ledger still holds.
    ///
    /// When this returns, no page of the file or of its write-ahead log has the keys any more.
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
        let files = caseload.attachments.files(of: id)
        try removing(files) { () throws(VaultError) in
            try commit { (batch: inout LedgerBatch) throws(VaultError) in
                let size = try store.key(known.number)?.count ?? 0
                try store.destroy(known.number, keySize: size)
                try destroyFileKeys(files)
                try enter(.shredded, report: id, open: reason, in: &batch)
            }
        }
        try store.forget()
    }
}
