import TincayCrypto

extension Desk {
    /// The keys that a person was given, from what the person knows, and what was wrong before: until that is entered, or
    /// taken back, the try counts as a wrong one.
    ///
    /// A person who is not there goes the same way as one whose passphrase is wrong, and takes as long.
    static func unlock(
        _ store: CasebookStore, _ header: DeskHeader, person: [UInt8], passphrase: UnsafeRawBufferPointer,
        keyFile: UnsafeRawBufferPointer?, clock: Clock
    ) throws(VaultError) -> (keys: DeskKeys, failures: FailedUnlocks) {
        let id = PersonSlot.personID(person, at: header.deskID)
        let row = try store.person(id)
        let slot =
            if let row {
                try PersonSlot(row.slot, person: id, desk: header.deskID)
            } else {
                PersonSlot(nobody: id, desk: header.deskID, cost: header.cost)
            }
        let right = try unsafe open(
            slot, of: id, in: store, passphrase: passphrase, keyFile: keyFile, clock: clock)
        do throws(VaultError) {
            guard let row else { throw .tampered }
            return (try admit(row, with: right.secret, anchor: slot.peopleKey, store, header), right.failures)
        } catch {
            try? store.takeBack(right.failures, of: id)
            throw error
        }
    }

    /// Enters that the person was let in, and what was wrong before.
    func enterUnlocking(after failures: FailedUnlocks) throws(VaultError) {
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.setFailures(failures, of: PersonSlot.personID(person, at: header.deskID))
            try enterFailures(in: &batch)
            try enter(.unlocked, in: &batch)
        }
    }

    /// Adds the ledger up to its end: from the snapshot on when there is one that fits, else from the first entry.
    static func walk(
        _ store: CasebookStore, _ header: DeskHeader, _ keys: DeskKeys
    ) throws(VaultError) -> (LedgerChain, Caseload, FoldSheets) {
        let end = try LedgerEnd(store.end())
        guard try end.verify(header, keys: keys) else { throw .tampered }
        if let (sheets, start, caseload) = try snapshot(of: store, upTo: end, header, keys) {
            do throws(VaultError) {
                let (chain, sum) = try walk(store, from: start, caseload, to: end, header, keys)
                return (chain, sum, sheets)
            } catch {
                guard error.isDamage else { throw error }
            }
        }
        let (chain, caseload) = try walk(store, from: LedgerChain(header: header), Caseload(), to: end, header, keys)
        return (chain, caseload, try store.hasSheets() ? .stale : FoldSheets())
    }

    /// The snapshot in the file, when the ledger has what it says: a row of its number that leads to its hash, and none
    /// missing at the start.
    private static func snapshot(
        of store: CasebookStore, upTo end: LedgerEnd, _ header: DeskHeader, _ keys: DeskKeys
    ) throws(VaultError) -> (FoldSheets, LedgerChain, Caseload)? {
        guard let (sheets, caseload, hash) = try FoldSheets.read(from: store, header: header, keys: keys),
            sheets.reached <= end.number, try store.firstEntry() == 1,
            let row = try store.entry(sheets.reached)
        else { return nil }
        let chain = LedgerChain(header: header, number: sheets.reached, hash: hash)
        guard chain.ends(with: row, keys: keys) else { return nil }
        return (sheets, chain, caseload)
    }

    /// Walks the ledger from one entry on to its end, and adds everything up.
    private static func walk(
        _ store: CasebookStore, from start: LedgerChain, _ sum: Caseload, to end: LedgerEnd, _ header: DeskHeader,
        _ keys: DeskKeys
    ) throws(VaultError) -> (LedgerChain, Caseload) {
        var chain = start
        var caseload = sum
        var details = CaseDetailReader(store, header, keys)
        try store.walk(from: start.number > 0 ? start.number + 1 : .min) { (number, row) throws(VaultError) in
            guard number == chain.number + 1 else { throw .tampered }
            let entry = try chain.follow(row, keys: keys)
            let filed = entry.type == .filed ? number : entry.report.flatMap { caseload.known[$0]?.number }
            let detail = entry.type.changesCase ? try details.read(entry, filed: filed) : nil
            try caseload.apply(entry, number: number, detail: detail)
            return true
        }
        guard end.ends(chain) else { throw .tampered }
        return (chain, caseload)
    }
}
