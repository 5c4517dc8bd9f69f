extension Desk {
    /// Enters what was done about a case.
    public func record(_ id: [UInt8], event: UnsafeRawBufferPointer) throws(VaultError) {
        _ = try unlocked()
        let event = try unsafe CaseEvent(parsing: event)
        guard let record = caseload[try find(id)] else { throw .tampered }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(event.type, about: record, detail: event.detail, words: event.words, in: &batch)
        }
    }
}
