import TincayCrypto

extension Desk {
    /// Signs a directory or a pack, or adds the signature to a notice that others have signed; the ledger keeps that it
    /// was.
    ///
    /// What points would refuse is not signed, and neither are words that do not fit the form beside them.
    @_optimize(size) public func sign(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        guard bytes.count <= Notice.largest else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let copy = unsafe [UInt8](bytes)
        var notice: Notice
        if Notice.isNotice(copy) {
            notice = try Notice(copy)
            try profile.authority.check(notice)
        } else {
            notice = try Notice(kind: NoticeContent.kind(of: copy), body: copy)
        }
        let content = try NoticeContent(notice.kind, body: notice.body)
        if case .pack(let pack) = content {
            _ = try pack.opened()
            try pack.checkWords()
        }
        try notice.sign(as: header.deskID, with: keys.signing)
        let record = NoticeRecord(content.title, hash: notice.hash)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.signed, open: record.bytes, in: &batch)
        }
        return notice.bytes
    }
}
