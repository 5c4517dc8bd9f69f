extension Desk {
    /// Destroys a file's key, and removes the file; the report stays.
    ///
    /// When this returns, no page of the desk's file or of its write-ahead log has the key any more.
    public func detach(_ report: [UInt8], _ id: [UInt8], reason: [UInt8]) throws(VaultError) {
        _ = try unlocked()
        guard Self.reasonSize.contains(reason.count) else { throw .tooLarge }
        guard String(validating: reason, as: UTF8.self) != nil else { throw .invalidInput }
        let report = try find(report)
        let file: AttachmentID
        do throws(VaultError) { (file, _) = try attachment(id, of: report) } catch {
            // Asked again, because the log could not be emptied when the key was destroyed.
            guard error == .notFound, store.owesForgetting else { throw error }
            return try store.forget()
        }
        guard let record = caseload[report] else { throw .tampered }
        try removing([file]) { () throws(VaultError) in
            try commit { (batch: inout LedgerBatch) throws(VaultError) in
                try destroyFileKeys([file])
                try enter(.detached, about: record, open: file.bytes, words: reason, in: &batch)
            }
        }
        try store.forget()
    }

    /// Does the step that takes entries of files away, and removes the files; a failure leaves both.
    ///
    /// The files have their reserved names while it is done, so that after an interrupted run the ledger decides. A folder
    /// that cannot be written never stands in the way: without their keys the files are noise.
    func removing<Result>(
        _ files: [AttachmentID], _ step: () throws(VaultError) -> Result
    ) throws(VaultError) -> Result {
        guard !files.isEmpty else { return try step() }
        let folder = attachmentFolder
        var names: [[UInt8]] = []
        for id in files {
            if let place = caseload.attachments.places[id] { names.append(Hexadecimal.text(place.name)) }
        }
        for name in names { try? folder.setAside(name) }
        try? folder.sync()
        let result: Result
        do throws(VaultError) { result = try step() } catch {
            for name in names { try? folder.keep(name) }
            throw error
        }
        for name in names { folder.remove(name) }
        try? folder.sync()
        return result
    }

    /// Overwrites the keys of files, inside the transaction that takes their entries away.
    func destroyFileKeys(_ files: [AttachmentID]) throws(VaultError) {
        for id in files {
            guard let number = caseload.attachments.places[id]?.number else { continue }
            try store.destroyFile(number, keySize: AttachmentKeys.rowSize)
        }
    }
}
