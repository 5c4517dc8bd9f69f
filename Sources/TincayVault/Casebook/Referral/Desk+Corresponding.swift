import TincayCrypto
import TincayIntake

extension Desk {
    /// What kind of point a desk is in the bundles that it sends.
    static let pointKind = Array("desk".utf8)
    /// How many bytes a desk's bundles have, as those of most boxes.
    private static let bundleSize = 8 << 20
    /// How large the items of a bundle without a report are.
    private static let itemSize = 16 << 10
    /// The most messages that travel together.
    private static let mostMessages = 64

    /// The desk as the sender of bundles.
    var ownPoint: Point { Point(publicKey: header.signKey, name: profile.name, kind: Self.pointKind) }

    /// A bundle for another desk: a report perhaps, and whatever it has not acknowledged.
    func bundle(_ envelope: [UInt8]? = nil, to recipient: Recipient) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        let receiptKey = keys.ring.sealKey
        let itemSize = envelope?.count ?? Self.itemSize
        var writer = try BundleWriter(size: Self.bundleSize, itemSize: itemSize)
        if let envelope { try Self.append(envelope, to: &writer) }
        for message in try messages(for: recipient) where writer.room > 0 {
            try Self.append(Envelope.closed(message, size: itemSize), to: &writer)
        }
        let head = caseload.referrals.desks[recipient.deskID]?.head
        let manifest = Manifest(
            point: ownPoint, sequence: caseload.referrals.bundles[recipient.deskID] ?? 1, itemSize: itemSize,
            itemCount: writer.count, receiptKey: receiptKey, heads: head.map { [$0] } ?? [])
        return try writer.finish(manifest, signing: keys.signing, to: [recipient])
    }

    /// What another desk has not acknowledged, sealed to it again.
    func messages(for recipient: Recipient) throws(VaultError) -> [[UInt8]] {
        let keys = try unlocked()
        var messages: [[UInt8]] = []
        for referral in caseload.referrals.pending(for: recipient.deskID) {
            for (_, number) in referral.pending.sorted(by: { $0.key < $1.key }) {
                guard messages.count < Self.mostMessages else { return messages }
                do throws(VaultError) {
                    let message = try message(number, about: referral)
                    messages.append(try message.seal(from: keys.signing, to: recipient))
                } catch {
                    // It waits for somebody who may read what was written.
                    guard error == .noKey else { throw error }
                }
            }
        }
        return messages
    }

    /// The messages for the desk that sent a bundle; none for one of which nothing is known.
    func messages(forSenderOf bundle: OpenedBundle) throws(VaultError) -> [[UInt8]] {
        let deskID = Card.deskID(bundle.point.publicKey)
        guard let recipient = try correspondent(deskID) else { return [] }
        return try messages(for: recipient)
    }

    /// The message at the start of an item, with the desk that signed it; nil when it is none for this desk.
    func message(_ item: [UInt8]) throws(VaultError) -> (message: ReferralMessage, sender: [UInt8])? {
        do throws(VaultError) {
            return try unlocked().intake().open { (pair) throws(VaultError) in
                try ReferralMessage.open(item, for: header.deskID, with: pair)
            }
        } catch {
            guard error == .wrongKey else { throw error }
            return nil
        }
    }

    /// The message that an entry stands for.
    private func message(_ number: Int64, about referral: ReferralRecord) throws(VaultError) -> ReferralMessage {
        let keys = try unlocked()
        guard let row = try store.entry(number) else { throw .tampered }
        let entry = try LedgerChain.open(row, number: number, header: header, keys: keys)
        let mark = try ReferralMark(entry.open)
        let kind: ReferralMessage.Kind
        switch entry.type {
        case .answered: kind = .answer
        case .withdrew: kind = .withdrawal
        case .withdrawn: kind = .withdrawn
        default: throw .tampered
        }
        var outcome: [UInt8] = []
        var note: [UInt8] = []
        // Of a report that is gone only the codes are left.
        if let record = caseload[referral.report] {
            var details = CaseDetailReader(store, header, keys)
            if kind == .answer, let codes = try details.read(entry, filed: record.number) {
                outcome = try ReferralAnswer(codes: codes).outcome
            }
            // Words that another desk gave are not sent back to it.
            if kind != .withdrawn { note = try words(of: entry, about: record) }
        }
        return ReferralMessage(
            kind: kind, value: mark.value, number: mark.number, referral: referral.id, time: entry.time,
            outcome: outcome, note: note)
    }

    /// Adds an item to a bundle.
    private static func append(_ item: [UInt8], to writer: inout BundleWriter) throws(VaultError) {
        // SAFETY: the bytes are lent for the call.
        unsafe try item.withUnsafeBufferPointer { (item) throws(VaultError) in
            unsafe try writer.append(UnsafeRawBufferPointer(item))
        }
    }
}
