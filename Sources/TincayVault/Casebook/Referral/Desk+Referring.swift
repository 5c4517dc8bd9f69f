import TincayCrypto
import TincayIntake

extension Desk {
    /// How large the items of a bundle may be, the smallest that will do.
    private static let itemSizes = [16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20]

    /// Refers chosen sections of a case to another desk, which is in the ledger, on the disk, before a key is unsealed.
    ///
    /// What was asked for before and is still open is the same referral again, in another bundle.
    public func refer(
        _ id: [UInt8], _ request: UnsafeRawBufferPointer
    ) throws(VaultError) -> (result: [UInt8], bundle: [UInt8]) {
        _ = try unlocked().facts()
        let (request, recipient) = try unsafe ReferralRequest.read(request)
        guard recipient.deskID != header.deskID else { throw .invalidInput }
        guard try !isRevoked(recipient.deskID) else { throw .revoked }
        let today = clock.now().days
        guard request.terms.answerBy >= today else { throw .invalidInput }
        let report = try findToOpen(id)
        guard let record = caseload[report] else { throw .tampered }
        if let same = caseload.referrals.same(request.terms, of: report, to: recipient.deskID, on: today) {
            return (Self.result(same, again: true), try resend(same))
        }
        try WorkRules(decided: caseload.work.decided).check(request.terms, on: today)
        let mark = ReferralMark(ReportID(), with: recipient.deskID)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try meet(recipient, .correspondent, in: &batch)
            try enter(
                .referred, about: record, open: mark.bytes, detail: request.terms.bytes, words: request.words,
                in: &batch)
        }
        guard let referral = caseload.referrals.records[mark.id] else { throw .defect }
        let envelope: [UInt8]
        do throws(VaultError) {
            envelope = try seal(referral, request, of: record, to: recipient)
        } catch {
            // It never left, so that nobody has to be asked to forget it.
            try commit { (batch: inout LedgerBatch) throws(VaultError) in
                try enter(.withdrew, about: record, open: mark.bytes, in: &batch)
            }
            throw error
        }
        return (Self.result(referral, again: false), try bundle(envelope, to: recipient))
    }

    /// Seals a referral that is still open once more, so that a lost bundle can be replaced.
    public func resend(_ id: [UInt8]) throws(VaultError) -> [UInt8] {
        _ = try unlocked().facts()
        guard let id = ReportID(hexadecimal: id), let referral = caseload.referrals.records[id], referral.isOutgoing,
            !referral.isGone
        else { throw .notFound }
        guard !referral.isWithdrawn, referral.state(on: clock.now().days).isOpen else { throw .outdated }
        return try resend(referral)
    }

    /// Seals a referral once more.
    private func resend(_ referral: ReferralRecord) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        guard let recipient = try correspondent(referral.deskID) else { throw .defect }
        guard try !isRevoked(recipient.deskID) else { throw .revoked }
        guard let record = caseload[referral.report], let row = try store.entry(referral.number) else {
            throw .tampered
        }
        let mark = ReferralMark(referral.id, with: referral.deskID)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.referredAgain, about: record, open: mark.bytes, in: &batch)
        }
        let entry = try LedgerChain.open(row, number: referral.number, header: header, keys: keys)
        let request = try ReferralRequest(words: words(of: entry, about: record), name: recipient.name)
        return try bundle(seal(referral, request, of: record, to: recipient), to: recipient)
    }

    /// What an entry tells about a case in words.
    func words(of entry: LedgerEntry, about record: CaseRecord) throws(VaultError) -> [UInt8] {
        guard !entry.words.isEmpty else { return [] }
        guard let row = try store.key(record.number) else { throw .tampered }
        let key = try CaseKeys.report(in: row, id: record.id, header: header, keys: unlocked()).words()
        return try CaseDetail.words.open(entry.words, type: entry.type, id: record.id, header: header, key: key)
    }

    /// Seals the chosen sections under a key of their own, from which no other key follows.
    private func seal(
        _ referral: ReferralRecord, _ request: ReferralRequest, of record: CaseRecord, to recipient: Recipient
    ) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        let report = try open(record.id, filed: record.number, keys).opened
        let opened = report.report
        for section in report.closed where section.isWithheld && request.terms.sections.contains(section.name) {
            throw .noKey
        }
        let chosen = opened.sections.filter { request.terms.sections.contains($0.name) }
        // What is closed here, or was not told, cannot be given.
        guard chosen.count == request.terms.sections.count else { throw .notFound }
        let head = ReferralHead.make(
            from: ReferralCover.head(of: opened), of: record, with: chosen, try form(opened.formHash))
        let referred = ReferralCover.report(
            request, of: Report(head: head, sections: chosen, formHash: opened.formHash), id: referral.id,
            from: try card(), to: recipient, sent: referral.time, signing: keys.signing)
        for size in Self.itemSizes {
            do throws(VaultError) {
                let ephemeral = try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
                return try Envelope.seal(referred, id: referral.id, to: [recipient], ephemeral: ephemeral, size: size)
            } catch {
                guard error == .tooLarge else { throw error }
            }
        }
        throw .tooLarge
    }

    /// What a host is told about a referral.
    private static func result(_ referral: ReferralRecord, again: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.text(referral.id.hexadecimal)
        writer.name("again")
        writer.boolean(again)
        writer.endObject()
        return writer.bytes
    }
}
