import TincayCrypto

/// What shares on paper let in: as a person's slot, with the secret that the shares give in the place of a passphrase.
struct RecoverySlot {
    /// How every slot of this layout begins.
    private static let front: [UInt8] = [2, 1, 0, 0, 0, 0, 0, 0]
    /// Whose it is.
    private let binding: [UInt8]
    /// How many shares let somebody in.
    let needed: UInt8
    /// How many there are.
    let shares: UInt8
    /// The number of the set, which stands on each share.
    let set: [UInt8]
    /// The public half of the pair that the ring is wrapped to.
    let publicKey: [UInt8]
    /// What verified endorsements when the shares were made.
    let peopleKey: [UInt8]
    /// The secret of that pair under what the shares give.
    private let sealed: [UInt8]

    /// The number of the row, where people have theirs.
    static func rowID(at desk: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay recovery 1")
        hash.update(desk)
        return [UInt8](hash.finish().prefix(16))
    }

    /// Seals the secret of a new pair under what the shares of a new set will give.
    init(desk: [UInt8], key: borrowing SecretBytes, needed: UInt8, shares: UInt8, peopleKey: [UInt8]) throws(VaultError)
    {
        binding = desk
        self.needed = needed
        self.shares = shares
        self.peopleKey = peopleKey
        set = Random.bytes(RecoveryShare.setSize)
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        publicKey = try PersonSlot.pair(of: secret).publicKey
        let associated = Self.associated(binding, needed, shares, set, publicKey, peopleKey)
        sealed = try SlotSeal.seal(secret, associated: associated, key: key)
    }

    /// Reads a slot.
    init(_ bytes: [UInt8], desk: [UInt8]) throws(VaultError) {
        binding = desk
        var reader = ByteReader(bytes[...])
        let front = try reader.bytes(Self.front.count)
        guard front == Self.front else { throw (front.first ?? 0) <= Self.front[0] ? .badFormat : .tooNew }
        needed = try reader.byte()
        shares = try reader.byte()
        try reader.zeros(6)
        set = try reader.bytes(RecoveryShare.setSize)
        try reader.zeros(16 - RecoveryShare.setSize)
        publicKey = try reader.bytes(AgreementKeyPair.keySize)
        peopleKey = try reader.bytes(Signature.keySize)
        sealed = try reader.bytes(SlotSeal.size)
        guard reader.rest.isEmpty, needed > 1, needed <= shares else { throw .badFormat }
    }

    /// The slot as bytes, as many as a person's.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 144)
        writer.append(Self.front)
        writer.append([needed, shares])
        writer.pad(to: 16)
        writer.append(set)
        writer.pad(to: 32)
        writer.append(publicKey)
        writer.append(peopleKey)
        writer.append(sealed)
        return writer.bytes
    }

    /// The secret, when the shares are right.
    func open(_ shares: [RecoveryShare]) throws(VaultError) -> SecretBytes {
        guard shares.count >= Int(needed), shares.allSatisfy({ $0.set == set && $0.needed == needed }) else {
            throw .wrongKey
        }
        let key: SecretBytes
        do throws(CryptoError) { key = try SecretShare.combine(shares.map { $0.share }) } catch {
            // The same share twice is one share.
            throw error == .badParameter ? .wrongKey : VaultError(error)
        }
        return try SlotSeal.open(
            sealed, associated: Self.associated(binding, needed, self.shares, set, publicKey, peopleKey), key: key)
    }

    /// What the seal is bound to.
    private static func associated(
        _ binding: [UInt8], _ needed: UInt8, _ shares: UInt8, _ set: [UInt8], _ publicKey: [UInt8],
        _ peopleKey: [UInt8]
    ) -> [UInt8] {
        Array("tincay recovery slot 1".utf8) + binding + [needed, shares] + set + publicKey + peopleKey
    }
}
