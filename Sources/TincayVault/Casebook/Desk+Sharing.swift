import TincayCrypto
import TincayIntake

extension Desk {
    /// Seals this desk's shares of a report to another desk, which is in the ledger, on the disk, before they are unsealed.
    ///
    /// A desk gives the shares that its point gave it and nobody else's, also when the sections have opened here.
    public func share(_ id: [UInt8], with card: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        // Who does not hold what the desk was given could give only a part of it.
        guard keys.roles.isSuperset(of: [.reports, .identities]) else { throw .noKey }
        let recipient = try unsafe Self.recipient(card)
        // A desk that gave to itself would have given to nobody.
        guard recipient.deskID != header.deskID else { throw .invalidInput }
        let id = try findToOpen(id)
        guard let record = caseload[id], let known = caseload.known[id], let row = try store.key(record.number) else {
            throw .tampered
        }
        let detail = ShareDetail(deskID: recipient.deskID, name: recipient.name)
        try enterShare(.shared, detail, report: id, row: row, keys) { () throws(VaultError) in }
        let held = try reportKeys(of: id, keys)
        let own = held.grants.filter { !$0.isKey && !$0.isReceived }
        guard !own.isEmpty else { throw .notFound }
        return try ReportShare.seal(own, of: id, bodyHash: known.bodyHash, from: keys.signing, to: recipient)
    }

    /// Takes in shares that another desk gave, and keeps them with the report's keys.
    ///
    /// Shares that are here already change nothing. When enough are here and do not fit together, nobody can tell which
    /// is wrong: all that others gave of that section are forgotten, and this is `tampered`.
    public func combine(_ share: UnsafeRawBufferPointer) throws(VaultError) {
        let keys = try unlocked()
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let bytes = unsafe [UInt8](share.prefix(ReportShare.size + 1))
        let share = try keys.intake().open { (pair) throws(VaultError) in
            try ReportShare.open(bytes, for: header.deskID, with: pair)
        }
        let id = try findToOpen(share.reportID.hexadecimal)
        guard let record = caseload[id], let known = caseload.known[id], known.bodyHash == share.bodyHash,
            let row = try store.key(record.number), let body = try store.body(record.number)
        else { throw .tampered }
        let held = try reportKeys(of: id, keys)
        guard share.grants.allSatisfy({ held.covers($0.section) }) else { throw .noKey }
        let index = try SealedBody.index(of: body[...], id: id, keys: held)
        var pool = SharePool(held)
        for grant in share.grants { try pool.add(grant, index, id: id) }
        if pool.hasChanged {
            let changed = try CaseKeys.row(row, replacing: pool.keys(), id: id, header: header, keys: keys)
            let detail = ShareDetail(deskID: share.deskID, fits: pool.fits)
            try enterShare(.combined, detail, report: id, row: row, keys) { () throws(VaultError) in
                try store.replaceKey(record.number, changed)
            }
        }
        guard pool.fits else { throw .tampered }
    }

    /// Enters a giving or a taking under the report's own key, together with a change.
    private func enterShare(
        _ type: LedgerEntryType, _ detail: ShareDetail, report id: ReportID, row: [UInt8], _ keys: DeskKeys,
        with change: () throws(VaultError) -> Void
    ) throws(VaultError) {
        var key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try CaseKeys.detail(in: row, into: &key, id: id, header: header, keys: keys)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try change()
            try enter(type, report: id, detail: detail.bytes, key: key, in: &batch)
        }
    }

    /// Reads the card of another desk.
    static func recipient(_ card: UnsafeRawBufferPointer) throws(VaultError) -> Recipient {
        let document = try VaultError.json { () throws(JSONError) in
            try unsafe JSONDocument(parsing: card, limits: .report)
        }
        return try Card.read(document.root).recipient
    }
}
