import TincayCrypto

extension Desk {
    /// Why a desk was locked.
    enum LockReason: UInt8 {
        /// Somebody asked for it.
        case asked = 1
        /// Nobody used it for as long as the desk was set up to wait.
        case idle = 2
    }

    /// Wipes the keys and all that was opened; the file stays taken, and every call but unlocking is `locked`.
    @_optimize(size) public func lock() throws(VaultError) {
        guard isOpen else { throw .defect }
        if !isLocked { lock(.asked) }
    }

    /// Locks the desk when nobody has used it for too long; `locked` when it is.
    @_optimize(size) public func tick() throws(VaultError) {
        guard isOpen else { throw .defect }
        if isLocked { throw .locked }
        try checkIdleness(isUse: false)
    }

    /// Unlocks a desk that was locked, for the person who had it; that is entered as every unlocking is.
    @_optimize(size) public func unlock(
        passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer? = nil
    ) throws(VaultError) {
        guard isOpen else { throw .defect }
        let keys = try unsafe Self.unlock(
            store, header, person: person, passphrase: passphrase, keyFile: keyFile, clock: clock)
        let (chain, caseload, sheets) = try Self.walk(store, header, keys)
        try Self.checkRow(of: person, caseload, store, header)
        resume(keys, chain, caseload, sheets)
        try enterUnlocking()
    }

    /// Fails when a person's row is not the one that the ledger tells of, as when an older one was put back.
    @_optimize(size) static func checkRow(
        of person: [UInt8], _ caseload: Caseload, _ store: CasebookStore, _ header: DeskHeader
    ) throws(VaultError) {
        let id = PersonSlot.personID(person, at: header.deskID)
        guard let row = try store.person(id), let known = caseload.people[id], known.rowHash == row.hash else {
            throw .tampered
        }
    }
}
