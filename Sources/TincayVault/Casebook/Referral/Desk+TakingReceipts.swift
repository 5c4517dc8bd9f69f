import TincayCrypto
import TincayIntake

extension Desk {
    /// Takes in what another desk answered to a bundle of this one; gives a receipt when it brought messages, and nothing
    /// otherwise.
    func collect(receipt bytes: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        guard bytes.count <= Receipt.largest, bytes.count % Receipt.bucket == 0 else { throw .wrongKey }
        let receipt = try keys.intake().open { (pair) throws(VaultError) in
            try unsafe Receipt.unseal(bytes, with: pair)
        }
        guard receipt.pointID == ownPoint.id, let known = caseload.referrals.desks[receipt.deskID] else {
            throw .wrongKey
        }
        guard receipt.verify(with: known.recipient.signKey) else { throw .tampered }
        guard try !isRevoked(receipt.deskID) else { throw .revoked }
        var items = CollectedItems()
        for notice in receipt.notices {
            guard let (message, sender) = (try? message(notice)) ?? nil, sender == receipt.deskID else { continue }
            items.messages.append((message, sender))
        }
        try carryOut(items)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try acknowledge(receipt, in: &batch)
            // So that the other desk finds out when an older file is put back there.
            if let seen = known.seen(receipt.head) { try enter(.deskKnown, open: seen.bytes, in: &batch) }
            for (message, sender) in items.messages { try take(message, from: sender, into: &items, &batch) }
        }
        guard !items.covered.isEmpty else { return [] }
        let recipient = try correspondent(receipt.deskID) ?? known.recipient
        return try self.receipt(for: recipient, covered: items.covered, damaged: items.damaged, keys)
    }

    /// What acknowledges messages that came in a receipt: a receipt for no bundle.
    private func receipt(
        for desk: Recipient, covered: [ReportID], damaged: [ReportID], _ keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let head = LedgerHead(chain, of: header.deskID, signing: keys.signing)
        let point = Point(publicKey: desk.signKey, name: [], kind: [])
        let receipt = Receipt(
            deskID: header.deskID, pointID: point.id, sequence: 0, time: clock.now(),
            ledgerNumber: UInt64(max(0, head.number)), ledgerHash: head.hash, headSignature: head.signature,
            progress: BundleProgress(), covered: covered, damaged: damaged, notices: try messages(for: desk))
        return try receipt.sealed(to: desk.sealKey, signing: keys.signing)
    }

    /// Enters what the other desk has.
    private func acknowledge(_ receipt: Receipt, in batch: inout LedgerBatch) throws(VaultError) {
        var pending: [ReportID: (ReferralRecord, UInt32)] = [:]
        for referral in caseload.referrals.pending(for: receipt.deskID) {
            for number in referral.pending.keys {
                pending[ReferralMessage.id(of: number, about: referral.id, from: header.deskID)] = (referral, number)
            }
        }
        for id in Set(receipt.covered) {
            if let (referral, number) = pending[id] {
                let mark = ReferralMark(
                    referral.id, with: receipt.deskID, number: number,
                    code: ReferralMark.Reply.acknowledged.rawValue)
                try enter(.referralReply, mark, of: referral, in: &batch)
            } else if let referral = caseload.referrals.records[id], referral.isOutgoing,
                referral.deskID == receipt.deskID, referral.state == .sent
            {
                let mark = ReferralMark(id, with: receipt.deskID, code: ReferralMark.Reply.delivered.rawValue)
                try enter(.referralReply, mark, of: referral, in: &batch)
            }
        }
    }
}
