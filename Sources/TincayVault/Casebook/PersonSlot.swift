import TincayCrypto

/// What lets one person in: how the passphrase is stretched, and the person's secret sealed under the outcome.
///
/// The secret is the seed of an agreement pair, to which the desk's master key is wrapped, so that a new master key
/// can be given to people who are not there.
struct PersonSlot {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// Who this is for.
    private let binding: [UInt8]
    /// What trying a passphrase costs.
    private let cost: PassphraseCost
    /// Makes equal passphrases differ.
    private let salt: [UInt8]
    /// The public half of the person's pair.
    let publicKey: [UInt8]
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

    /// Draws a new secret for a person of a desk.
    init(
        person: [UInt8], desk: [UInt8], passphrase: UnsafeRawBufferPointer, cost: PassphraseCost
    ) throws(VaultError) {
        binding = desk + person
        self.cost = cost
        salt = Random.bytes(PassphraseKey.saltSize)
        let key = try unsafe cost.derive(passphrase, salt: salt)
        do throws(CryptoError) {
            let secret = try SecretBytes(randomCount: Seal.keySize)
            publicKey = try AgreementKeyPair(seed: secret).publicKey
            let associated = Self.associated(binding, cost, salt, publicKey)
            var sealed = [UInt8](repeating: 0, count: Seal.keySize + Seal.overhead)
            // SAFETY: both buffers are lent for the call; the salt is new, so the key seals only once.
            unsafe try secret.withBytes { (source) throws(CryptoError) in
                unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        source, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce,
                        associated: associated, key: key)
                }
            }
            self.sealed = sealed
        } catch {
            throw VaultError(error)
        }
    }

    /// Reads a slot; one that asks for less or more than the bounds is refused before anything is derived.
    init(_ bytes: [UInt8], person: [UInt8], desk: [UInt8]) throws(VaultError) {
        binding = desk + person
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        try reader.zeros(7)
        cost = try PassphraseCost(&reader)
        salt = try reader.bytes(PassphraseKey.saltSize)
        publicKey = try reader.bytes(AgreementKeyPair.keySize)
        sealed = try reader.bytes(Seal.keySize + Seal.overhead)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// A slot that no passphrase opens, so that an unknown person costs as much as a wrong passphrase.
    init(nobody person: [UInt8], desk: [UInt8], cost: PassphraseCost) {
        binding = desk + person
        self.cost = cost
        salt = person
        publicKey = [UInt8](repeating: 0, count: AgreementKeyPair.keySize)
        sealed = [UInt8](repeating: 0, count: Seal.keySize + Seal.overhead)
    }

    /// The slot as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 112)
        writer.append([Self.version])
        writer.pad(to: 8)
        writer.append(cost.bytes)
        writer.append(salt)
        writer.append(publicKey)
        writer.append(sealed)
        return writer.bytes
    }

    /// The person's secret, when the passphrase is right.
    func open(_ passphrase: UnsafeRawBufferPointer) throws(VaultError) -> SecretBytes {
        let key = try unsafe cost.derive(passphrase, salt: salt)
        do throws(CryptoError) {
            var secret = try SecretBytes(count: Seal.keySize)
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withMutableBytes { (target) throws(CryptoError) in
                unsafe try sealed.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(source), into: target, nonce: Seal.onlyNonce,
                        associated: Self.associated(binding, cost, salt, publicKey), key: key)
                }
            }
            return secret
        } catch {
            throw error == .forged ? .wrongKey : VaultError(error)
        }
    }

    /// What the seal is bound to.
    private static func associated(
        _ binding: [UInt8], _ cost: PassphraseCost, _ salt: [UInt8], _ publicKey: [UInt8]
    ) -> [UInt8] {
        Array("tincay slot 1".utf8) + binding + cost.bytes + salt + publicKey
    }
}
