import TincayCrypto
import TincayIntake

/// Another desk that this one has to do with, as the ledger keeps it.
struct KnownDesk {
    /// What its reports are taken for.
    enum Trust: UInt8 {
        /// It sent something without anybody here knowing it.
        case stranger = 1
        /// Something was sent to it, or a directory named it; only a directory can let it send reports.
        case correspondent = 2
        /// People of this desk accepted its card.
        case accepted = 3
        /// It sent something after the authority had revoked it.
        case revoked = 4

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .stranger: "stranger"
            case .correspondent: "correspondent"
            case .accepted: "accepted"
            case .revoked: "revoked"
            }
        }
    }

    /// The most bytes of a name.
    private static let nameSize = 800

    /// What its reports are taken for.
    let trust: Trust
    /// Its keys and its name.
    let recipient: Recipient
    /// Where its ledger ended when it answered last, with its own signature; nil before.
    let head: WitnessedHead?

    /// Describes a desk.
    init(_ recipient: Recipient, _ trust: Trust, head: WitnessedHead? = nil) {
        self.recipient = recipient
        self.trust = trust
        self.head = head
    }

    /// The desk with the end of its ledger that a receipt tells; nil when it tells nothing new.
    func seen(_ head: WitnessedHead) -> KnownDesk? {
        guard head.deskID == recipient.deskID, head.number > self.head?.number ?? 0,
            head.verify(with: recipient.signKey)
        else { return nil }
        return KnownDesk(recipient, trust, head: head)
    }

    /// Reads what an entry keeps of it.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let trust = Trust(rawValue: try reader.byte()) else { throw .tooNew }
        self.trust = trust
        let hasHead = try reader.byte() == 1
        try reader.zeros(6)
        let signKey = try reader.bytes(Signature.keySize)
        let sealKey = try reader.bytes(AgreementKeyPair.keySize)
        head = hasHead ? try WitnessedHead(&reader) : nil
        guard reader.rest.count <= Self.nameSize else { throw .badFormat }
        recipient = Card(name: [UInt8](reader.rest), sealKey: sealKey, signKey: signKey).recipient
    }

    /// What an entry keeps of it.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 80 + WitnessedHead.size + recipient.name.count)
        writer.append([trust.rawValue, head == nil ? 0 : 1])
        writer.pad(to: 8)
        writer.append(recipient.signKey)
        writer.append(recipient.sealKey)
        writer.append(head?.bytes ?? [])
        writer.append(recipient.name)
        return writer.bytes
    }
}
