import TincayCrypto
import TincayIntake

extension Desk {
    /// Accepts another desk's card, so that reports that it refers are taken in from now on; once is enough.
    public func know(_ card: UnsafeRawBufferPointer) throws(VaultError) {
        let roles = try unlocked().roles
        // Who sends reports is for those to decide who open them, or who decide who does.
        guard roles.contains(.reports) || roles.contains(.people) else { throw .noKey }
        let recipient = try unsafe Self.recipient(card)
        guard recipient.deskID != header.deskID else { throw .invalidInput }
        guard try !isRevoked(recipient.deskID) else { throw .revoked }
        let known = caseload.referrals.desks[recipient.deskID]
        guard known?.trust != .accepted || known?.recipient != recipient else { return }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.deskKnown, open: KnownDesk(recipient, .accepted).bytes, in: &batch)
        }
    }

    /// Whether a directory says that a desk is no longer to be believed.
    func isRevoked(_ deskID: [UInt8]) throws(VaultError) -> Bool {
        try directory()?.revokedDesks.contains(deskID) == true
    }

    /// What reports of a desk are taken for today.
    func trust(in sender: Recipient) throws(VaultError) -> KnownDesk.Trust {
        let known = caseload.referrals.desks[sender.deskID]?.trust ?? .stranger
        guard try !isRevoked(sender.deskID) else { return .revoked }
        if try directory()?.desks.contains(where: { $0.recipient.deskID == sender.deskID }) == true { return .accepted }
        return known == .revoked ? .stranger : known
    }

    /// The keys that another desk is written to with: those that the directory gives, else those of the card that people
    /// gave last; nil for a desk that nobody here has to do with.
    func correspondent(_ deskID: [UInt8]) throws(VaultError) -> Recipient? {
        let listed = try directory()?.desks.first { $0.recipient.deskID == deskID }
        if let listed { return listed.recipient }
        return caseload.referrals.desks[deskID]?.recipient
    }

    /// The keys of a desk that sent something: the card that came along counts only for a stranger.
    ///
    /// Who has left a desk, and kept a copy of it, can still sign cards for it. So a card that travels takes the place of
    /// none that people or the directory gave.
    func vouched(_ sender: Recipient) throws(VaultError) -> Recipient {
        let known = caseload.referrals.desks[sender.deskID]?.trust
        let isVouched = known == .accepted || known == .correspondent
        if try trust(in: sender) != .accepted, !isVouched { return sender }
        return try correspondent(sender.deskID) ?? sender
    }

    /// Keeps another desk's keys, when the ledger does not have them yet with as much trust.
    func meet(_ recipient: Recipient, _ trust: KnownDesk.Trust, in batch: inout LedgerBatch) throws(VaultError) {
        if let known = caseload.referrals.desks[recipient.deskID], known.trust.rawValue >= trust.rawValue,
            known.recipient == recipient
        {
            return
        }
        try enter(.deskKnown, open: KnownDesk(recipient, trust).bytes, in: &batch)
    }

    /// The directory in force, of a desk that takes any.
    private func directory() throws(VaultError) -> Directory? {
        guard !profile.authority.signers.isEmpty else { return nil }
        return try notices().directory
    }
}
