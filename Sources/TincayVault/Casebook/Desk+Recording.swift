import TincayCrypto

extension Desk {
    /// Enters what was done about a case.
    public func record(_ id: [UInt8], event: UnsafeRawBufferPointer) throws(VaultError) {
        let keys = try unlocked()
        let event = try unsafe CaseEvent(parsing: event)
        let id = try find(id)
        guard let record = caseload[id], let row = try store.key(record.number) else { throw .tampered }
        var key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try CaseKeys.detail(in: row, into: &key, id: id, header: header, keys: keys)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(event.type, report: id, detail: event.detail, key: key, in: &batch)
        }
    }
}
