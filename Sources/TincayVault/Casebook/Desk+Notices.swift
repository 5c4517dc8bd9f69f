import TincayCrypto
import TincayIntake

extension Desk {
    /// Takes a notice of the authority in, and keeps the form that it brings; the same one again changes nothing.
    @_optimize(size) public func post(_ bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let keys = try unlocked()
        guard bytes.count <= Notice.largest else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let notice = try Notice(unsafe [UInt8](bytes))
        try profile.authority.verify(notice)
        var board = try notices()
        let (entry, isNew) = try board.read(notice)
        guard isNew else { return }
        var form: Form?
        if case .pack(let pack) = entry.content { form = try pack.opened() }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            if let form { try keep(form, in: &batch) }
            let nameHash = entry.title.nameHash
            try store.setNotice(noticeID(nameHash, keys), sealed(entry.notice.bytes, nameHash, keys))
            try enter(.posted, open: NoticeRecord(entry.title, hash: entry.hash).bytes, in: &batch)
        }
        board.post(entry)
        self.board = board
        // Forms that were opened with older data are opened anew.
        if case .pack(let pack) = entry.content, !pack.resources.isEmpty { forms = [:] }
    }

    /// The notices in force; each must be the one that the ledger tells of.
    func notices() throws(VaultError) -> NoticeBoard {
        if let board { return board }
        let keys = try unlocked()
        var board = NoticeBoard()
        for (nameHash, record) in caseload.notices {
            guard let row = try store.notice(noticeID(nameHash, keys)) else { throw .tampered }
            let notice = try Notice(open(row, nameHash, keys))
            guard notice.hash == record.hash else { throw .tampered }
            board.post(try board.read(notice).entry)
        }
        self.board = board
        return board
    }

    /// Fails when a directory says that a point's bundle is no longer to be believed.
    func checkRevocation(of pointID: [UInt8], sequence: UInt64) throws(VaultError) {
        guard !profile.authority.signers.isEmpty, let directory = try notices().directory else { return }
        guard !directory.revokes(pointID, sequence: sequence) else { throw .revoked }
    }

    /// Seals a notice for its row.
    func sealed(_ notice: [UInt8], _ nameHash: [UInt8], _ keys: DeskKeys) throws(VaultError) -> [UInt8] {
        try SealedRow.seal(notice, associated: header.associated("tincay notice row 1", nameHash), key: keys.setup)
    }

    /// Opens a notice's row.
    func open(_ row: [UInt8], _ nameHash: [UInt8], _ keys: DeskKeys) throws(VaultError) -> [UInt8] {
        try SealedRow.open(row[...], associated: header.associated("tincay notice row 1", nameHash), key: keys.setup)
    }

    /// The number of a notice's row, which says nothing to who has only the file.
    func noticeID(_ nameHash: [UInt8], _ keys: DeskKeys) throws(VaultError) -> [UInt8] {
        var digest = try VaultError.crypto { () throws(CryptoError) in try Hash(key: keys.setup) }
        digest.update("tincay notice row 1")
        digest.update(nameHash)
        return [UInt8](digest.finish().prefix(16))
    }
}
