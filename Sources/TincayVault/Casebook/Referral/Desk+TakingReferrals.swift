import TincayCrypto
import TincayIntake

extension Desk {
    /// Takes in a report that another desk refers, when that desk may.
    ///
    /// Whatever comes from one that may not is set aside, and the desk is named in the ledger, so that people can decide.
    func take(
        _ cover: ReferralCover, _ opened: OpenedEnvelope, hash: [UInt8], from point: Point, at now: Moment,
        into items: inout CollectedItems, _ batch: inout LedgerBatch
    ) throws(VaultError) {
        let trust = try trust(in: cover.sender)
        guard trust == .accepted else {
            if items.met.insert(cover.sender.deskID).inserted { try meet(vouched(cover.sender), trust, in: &batch) }
            guard !caseload.setAside.contains(opened.id) else { return }
            items.setAside += 1
            return try enter(.setAside, report: opened.id, open: point.id, in: &batch)
        }
        items.covered.append(opened.id)
        // It was taken back before it came, unless it is here and has lost its keys.
        if caseload.referrals.records[opened.id] != nil {
            guard case .damaged = caseload.known[opened.id]?.fate else { return }
        }
        if items.met.insert(cover.sender.deskID).inserted {
            try meet(vouched(cover.sender), .correspondent, in: &batch)
        }
        let number = batch.next
        let detail = FiledDetail(
            head: ReportHead(reading: cover.head), point: point.id, check: .partial, again: nil, filed: now)
        let index = try SealedBody.index(of: opened.body[...], id: opened.id, keys: opened.keys)
        try add(opened.id, detail, body: opened.body, index, keys: opened.keys, to: &batch)
        items.added[opened.id] = hash
        guard let row = try store.key(number) else { throw .defect }
        var key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try CaseKeys.detail(in: row, into: &key, id: opened.id, header: header, keys: unlocked())
        try enter(
            .referralFiled, report: opened.id, open: ReferralMark(opened.id, with: cover.sender.deskID).bytes,
            detail: cover.request.terms.bytes, key: key, in: &batch)
    }

    /// Takes in what another desk tells about a referral.
    func take(
        _ message: ReferralMessage, from sender: [UInt8], into items: inout CollectedItems,
        _ batch: inout LedgerBatch
    ) throws(VaultError) {
        let id = ReferralMessage.id(of: message.number, about: message.referral, from: sender)
        // What is about a report that came in the same bundle waits for the next.
        guard items.added[message.referral] == nil else { return }
        if items.taken.insert(id).inserted {
            do throws(VaultError) {
                try enter(message, from: sender, &batch)
            } catch {
                // It waits for somebody who may open the case.
                if error == .noKey { return }
                guard error == .tampered || error == .tooNew else { throw error }
                items.damaged.append(id)
                guard !caseload.setAside.contains(id) else { return }
                items.setAside += 1
                return try enter(.setAside, report: id, open: sender, in: &batch)
            }
        }
        if !items.covered.contains(id), !items.damaged.contains(id) { items.covered.append(id) }
    }

    /// Enters a message that is new; fails with `tampered` when the desk has no business to say it.
    private func enter(
        _ message: ReferralMessage, from sender: [UInt8], _ batch: inout LedgerBatch
    ) throws(VaultError) {
        guard let referral = caseload.referrals.records[message.referral] else {
            guard message.kind == .withdrawal, let known = caseload.referrals.desks[sender],
                try trust(in: known.recipient) == .accepted
            else { throw .tampered }
            let mark = ReferralMark(
                message.referral, with: sender, number: 1, code: Self.code(message.number),
                value: WithdrawalOutcome.neverCame.rawValue)
            return try enter(.withdrawn, report: message.referral, open: mark.bytes, in: &batch)
        }
        guard referral.deskID == sender else { throw .tampered }
        guard !referral.taken.contains(message.number) else { return }
        switch message.kind {
        case .answer:
            guard referral.isOutgoing, let state = ReferralState(rawValue: message.value), state.isAnswer else {
                throw .tampered
            }
            let mark = ReferralMark(
                referral.id, with: sender, number: message.number, code: ReferralMark.Reply.answer.rawValue,
                value: state.rawValue)
            try enter(
                .referralReply, mark, of: referral, detail: [state.rawValue] + message.outcome, words: message.note,
                in: &batch)
        case .withdrawn:
            guard referral.isOutgoing, referral.isWithdrawn, WithdrawalOutcome(rawValue: message.value) != nil else {
                throw .tampered
            }
            let mark = ReferralMark(
                referral.id, with: sender, number: message.number, code: ReferralMark.Reply.withdrawal.rawValue,
                value: message.value)
            try enter(.referralReply, mark, of: referral, in: &batch)
        case .withdrawal:
            guard !referral.isOutgoing else { throw .tampered }
            try withdraw(referral, message, &batch)
        }
    }

    /// Destroys what senders take back, unless this desk has taken it on or has to keep it.
    ///
    /// That comes before anything is entered about it: whatever happens then, it is gone.
    func carryOut(_ items: CollectedItems) throws(VaultError) {
        for (message, sender) in items.messages where message.kind == .withdrawal {
            guard let referral = caseload.referrals.incoming(message.referral), referral.deskID == sender,
                !referral.isGone, !referral.state.isTakenOn, !referral.taken.contains(message.number),
                !isOnHold(referral.report)
            else { continue }
            try shred(referral.report.hexadecimal, reason: ShredCertificate.withdrawal)
        }
    }

    /// Enters what became of a referral that its sender takes back.
    private func withdraw(
        _ referral: ReferralRecord, _ message: ReferralMessage, _ batch: inout LedgerBatch
    ) throws(VaultError) {
        guard referral.withdrawal != .destroyed, referral.withdrawal != .neverCame else { return }
        let outcome: WithdrawalOutcome =
            if referral.isGone {
                try wasCarriedOut(referral) ? .destroyed : .gone
            } else {
                referral.state.isTakenOn ? .takenOn : .onHold
            }
        let (number, overflows) = referral.lastMessage.addingReportingOverflow(1)
        guard !overflows else { throw .tampered }
        let mark = ReferralMark(
            referral.id, with: referral.deskID, number: number, code: Self.code(message.number),
            value: outcome.rawValue)
        try enter(.withdrawn, mark, of: referral, words: message.note, in: &batch)
    }

    /// Whether a report is gone because its sender took it back, and not because somebody here had destroyed it before.
    ///
    /// The ledger tells, so that the sender hears the same when a run ended between the destruction and this answer.
    private func wasCarriedOut(_ referral: ReferralRecord) throws(VaultError) -> Bool {
        try shredding(of: referral.report)?.certificate.reason == ShredCertificate.withdrawal
    }

    /// Enters something about a referral, with what it tells as long as the report is there.
    func enter(
        _ type: LedgerEntryType, _ mark: ReferralMark, of referral: ReferralRecord, detail: [UInt8] = [],
        words: [UInt8] = [], in batch: inout LedgerBatch
    ) throws(VaultError) {
        guard let record = caseload[referral.report] else {
            return try enter(type, report: referral.report, open: mark.bytes, in: &batch)
        }
        try enter(type, about: record, open: mark.bytes, detail: detail, words: words, in: &batch)
    }

    /// Whether a case has to be kept for the time being.
    private func isOnHold(_ report: ReportID) -> Bool { caseload.work[report].hold(at: clock.now()) != nil }

    /// The number of a withdrawal as a mark keeps it; nobody withdraws so often.
    private static func code(_ number: UInt32) -> UInt8 { UInt8(clamping: number) }
}
