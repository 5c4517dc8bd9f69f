import CSodium

/// An X25519 pair (RFC 7748): two such pairs agree on a secret that nobody else knows.
public struct AgreementKeyPair: ~Copyable, Sendable {
    /// How many bytes either key has.
    public static let keySize = 32
    /// The half that others may know.
    public let publicKey: [UInt8]
    /// The half that stays here.
    @usableFromInline let secret: SecretBytes

    /// Draws a new pair.
    public init() throws(CryptoError) {
        try self.init(seed: SecretBytes(randomCount: Self.keySize))
    }

    /// Derives the pair that belongs to a seed of 32 bytes.
    public init(seed: borrowing SecretBytes) throws(CryptoError) {
        guard seed.count == Self.keySize else { throw .badParameter }
        let secret = try SecretBytes(count: Self.keySize)
        var publicKey = [UInt8](repeating: 0, count: Self.keySize)
        // SAFETY: all three have 32 bytes.
        let made = unsafe crypto_box_seed_keypair(
            &publicKey, secret.base.assumingMemoryBound(to: UInt8.self),
            seed.base.assumingMemoryBound(to: UInt8.self))
        guard made == 0 else { throw .badParameter }
        self.publicKey = publicKey
        self.secret = secret
    }

    @inlinable deinit {}

    /// The secret that this pair and another's public key agree on; a key of low order is refused.
    public borrowing func shared(with other: [UInt8]) throws(CryptoError) -> SecretBytes {
        guard other.count == Self.keySize else { throw .badParameter }
        let shared = try SecretBytes(count: Self.keySize)
        // SAFETY: all three have 32 bytes.
        let agreed = unsafe crypto_scalarmult(
            shared.base.assumingMemoryBound(to: UInt8.self), secret.base.assumingMemoryBound(to: UInt8.self), other)
        guard agreed == 0 else { throw .forged }
        return shared
    }
}
