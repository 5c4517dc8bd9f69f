import TincayCrypto

/// What lets one person in: how the passphrase is stretched, and the person's secret sealed under the outcome.
///
/// The secret is the seed of an agreement pair, to which the person's ring is wrapped, so that new keys can be given to
/// people who are not there. What verified endorsements when the passphrase was set is sealed with it: whoever changes the
/// file cannot put people of their own in its place.
struct PersonSlot {
    /// How every slot of this layout begins.
    static let front: [UInt8] = [2, 0, 0, 0, 0, 0, 0, 0]
    /// Who this is for.
    private let binding: [UInt8]
    /// What trying a passphrase costs.
    private let cost: PassphraseCost
    /// Makes equal passphrases differ.
    private let salt: [UInt8]
    /// The public half of the person's pair.
    let publicKey: [UInt8]
    /// What verified endorsements when the passphrase was set.
    let peopleKey: [UInt8]
    /// The person's secret under the passphrase's key.
    private let sealed: [UInt8]

    /// The number of a person's row, which does not tell the name by itself.
    static func personID(_ name: [UInt8], at desk: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay person 1")
        hash.update(desk)
        hash.update(name)
        return [UInt8](hash.finish().prefix(16))
    }

    /// The pair that belongs to a person's secret.
    static func pair(of secret: borrowing SecretBytes) throws(VaultError) -> AgreementKeyPair {
        try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair(seed: secret) }
    }

    /// Seals a person's secret under a passphrase.
    init(
        person: [UInt8], desk: [UInt8], secret: borrowing SecretBytes, passphrase: UnsafeRawBufferPointer,
        keyFile: UnsafeRawBufferPointer?, cost: PassphraseCost, peopleKey: [UInt8]
    ) throws(VaultError) {
        binding = desk + person
        self.cost = cost
        self.peopleKey = peopleKey
        salt = Random.bytes(PassphraseKey.saltSize)
        let key = try unsafe cost.derive(passphrase, keyFile: keyFile, salt: salt)
        publicKey = try Self.pair(of: secret).publicKey
        let associated = Self.associated(binding, cost, salt, publicKey, peopleKey)
        // The salt is new, so the key seals only once.
        sealed = try SlotSeal.seal(secret, associated: associated, key: key)
    }

    /// Reads a slot; one that asks for less or more than the bounds is refused before anything is derived.
    init(_ bytes: [UInt8], person: [UInt8], desk: [UInt8]) throws(VaultError) {
        binding = desk + person
        var reader = ByteReader(bytes[...])
        let front = try reader.bytes(Self.front.count)
        guard front == Self.front else { throw (front.first ?? 0) <= Self.front[0] ? .badFormat : .tooNew }
        cost = try PassphraseCost(&reader)
        salt = try reader.bytes(PassphraseKey.saltSize)
        publicKey = try reader.bytes(AgreementKeyPair.keySize)
        peopleKey = try reader.bytes(Signature.keySize)
        sealed = try reader.bytes(SlotSeal.size)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// A slot that no passphrase opens, so that an unknown person costs as much as a wrong passphrase.
    init(nobody person: [UInt8], desk: [UInt8], cost: PassphraseCost) {
        binding = desk + person
        self.cost = cost
        salt = person
        publicKey = [UInt8](repeating: 0, count: AgreementKeyPair.keySize)
        peopleKey = [UInt8](repeating: 0, count: Signature.keySize)
        sealed = [UInt8](repeating: 0, count: SlotSeal.size)
    }

    /// The slot as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 144)
        writer.append(Self.front)
        writer.append(cost.bytes)
        writer.append(salt)
        writer.append(publicKey)
        writer.append(peopleKey)
        writer.append(sealed)
        return writer.bytes
    }

    /// The person's secret, when the passphrase is right.
    func open(
        _ passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer?
    ) throws(VaultError) -> SecretBytes {
        let key = try unsafe cost.derive(passphrase, keyFile: keyFile, salt: salt)
        return try SlotSeal.open(
            sealed, associated: Self.associated(binding, cost, salt, publicKey, peopleKey), key: key)
    }

    /// What the seal is bound to.
    private static func associated(
        _ binding: [UInt8], _ cost: PassphraseCost, _ salt: [UInt8], _ publicKey: [UInt8], _ peopleKey: [UInt8]
    ) -> [UInt8] {
        Array("tincay slot 2".utf8) + binding + cost.bytes + salt + publicKey + peopleKey
    }
}
