import TincayCrypto

extension Desk {
    /// Derives the desk's keys from what a person knows.
    ///
    /// A person who is not there goes the same way as one whose passphrase is wrong, and takes as long.
    static func unlock(
        _ store: CasebookStore, _ header: DeskHeader, person: [UInt8], passphrase: UnsafeRawBufferPointer
    ) throws(VaultError) -> DeskKeys {
        let id = PersonSlot.personID(person, at: header.deskID)
        let row = try store.person(id)
        let slot =
            if let row {
                try PersonSlot(row.slot, person: id, desk: header.deskID)
            } else {
                PersonSlot(nobody: id, desk: header.deskID, cost: header.cost)
            }
        // Longer or shorter than any passphrase of a desk, and so not this one's.
        guard passphraseSize.contains(passphrase.count) else { throw .wrongKey }
        let secret = try unsafe slot.open(passphrase)
        let pair = try PersonSlot.pair(of: secret)
        let ring = try KeyRing.unwrap(row?.wrap ?? [], person: id, header: header, with: pair)
        let keys = try DeskKeys(ring: ring)
        guard keys.signing.publicKey == header.signKey else { throw .tampered }
        return keys
    }

    /// Walks the ledger from its first entry to its signed end, and adds everything up.
    static func walk(
        _ store: CasebookStore, _ header: DeskHeader, _ keys: DeskKeys
    ) throws(VaultError) -> (LedgerChain, Caseload) {
        let head = try LedgerHead(store.head())
        guard head.verify(header) else { throw .tampered }
        var chain = LedgerChain(header: header)
        var caseload = Caseload()
        var details = CaseDetailReader(store, header, keys)
        try store.walk { (number, row) throws(VaultError) in
            guard number == chain.number + 1 else { throw .tampered }
            let entry = try chain.follow(row, keys: keys)
            let filed = entry.type == .filed ? number : entry.report.flatMap { caseload.known[$0]?.number }
            let detail = entry.type.changesCase ? try details.read(entry, filed: filed) : nil
            try caseload.apply(entry, number: number, detail: detail)
            return true
        }
        guard head.ends(chain) else { throw .tampered }
        return (chain, caseload)
    }
}
