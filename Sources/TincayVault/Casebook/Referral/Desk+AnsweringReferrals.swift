import TincayCrypto
import TincayIntake

extension Desk {
    /// Answers the referral by which a case came here; gives a bundle for the desk that referred it.
    public func answer(_ id: [UInt8], _ answer: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        _ = try unlocked().facts()
        let answer = try unsafe ReferralAnswer(parsing: answer)
        let report = try find(id)
        guard let record = caseload[report], let referral = caseload.referrals.incoming(report) else {
            throw .notFound
        }
        guard let recipient = try correspondent(referral.deskID) else { throw .tampered }
        guard try !isRevoked(recipient.deskID) else { throw .revoked }
        if answer.state.isTakenOn, referral.isPast(on: clock.now().days) { throw .expired }
        let (number, overflows) = referral.lastMessage.addingReportingOverflow(1)
        guard !overflows else { throw .tooLarge }
        let mark = ReferralMark(referral.id, with: referral.deskID, number: number, value: answer.state.rawValue)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(
                .answered, about: record, open: mark.bytes, detail: answer.codes, words: answer.note, in: &batch)
        }
        return try bundle(to: recipient)
    }

    /// Takes a referral back; gives a bundle for the desk that it went to, whose library destroys what it has not taken on.
    ///
    /// Asked again, it gives the same notice again.
    public func withdraw(_ id: [UInt8], reason: [UInt8]) throws(VaultError) -> [UInt8] {
        _ = try unlocked().facts()
        guard Self.reasonSize.contains(reason.count) else { throw .tooLarge }
        guard String(validating: reason, as: UTF8.self) != nil else { throw .invalidInput }
        guard let id = ReportID(hexadecimal: id), let referral = caseload.referrals.records[id], referral.isOutgoing
        else { throw .notFound }
        guard let recipient = try correspondent(referral.deskID) else { throw .tampered }
        let isAgain = referral.isWithdrawn && referral.withdrawal != .onHold
        // It had never left.
        if isAgain, referral.lastMessage == 0 { throw .notFound }
        let (number, overflows) = referral.lastMessage.addingReportingOverflow(1)
        guard !overflows else { throw .tooLarge }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            if isAgain {
                let mark = ReferralMark(referral.id, with: referral.deskID)
                try enter(.referredAgain, mark, of: referral, in: &batch)
            } else {
                let mark = ReferralMark(referral.id, with: referral.deskID, number: number)
                try enter(.withdrew, mark, of: referral, words: reason, in: &batch)
            }
        }
        return try bundle(to: recipient)
    }
}
