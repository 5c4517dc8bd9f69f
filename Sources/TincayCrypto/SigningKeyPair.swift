import CSodium

/// An Ed25519 pair (RFC 8032): who has it can sign, and everybody can tell.
public struct SigningKeyPair: ~Copyable, Sendable {
    /// How many bytes a seed has.
    public static let seedSize = 32
    /// The half that others may know.
    public let publicKey: [UInt8]
    /// The half that stays here: the seed, then the public key.
    @usableFromInline let secret: SecretBytes

    /// Draws a new pair.
    public init() throws(CryptoError) {
        try self.init(seed: SecretBytes(randomCount: Self.seedSize))
    }

    /// Derives the pair that belongs to a seed of 32 bytes.
    public init(seed: borrowing SecretBytes) throws(CryptoError) {
        guard seed.count == Self.seedSize else { throw .badParameter }
        let secret = try SecretBytes(count: 64)
        var publicKey = [UInt8](repeating: 0, count: Signature.keySize)
        // SAFETY: the public key and the seed have 32 bytes, the secret key 64.
        let made = unsafe crypto_sign_seed_keypair(
            &publicKey, secret.base.assumingMemoryBound(to: UInt8.self),
            seed.base.assumingMemoryBound(to: UInt8.self))
        guard made == 0 else { throw .badParameter }
        self.publicKey = publicKey
        self.secret = secret
    }

    @inlinable deinit {}

    /// Signs a message: 64 bytes.
    public borrowing func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Signature.size)
        // SAFETY: the signature and the secret key have 64 bytes, the message as many as it says.
        _ = unsafe crypto_sign_detached(
            &signature, nil, message, UInt64(message.count), secret.base.assumingMemoryBound(to: UInt8.self))
        return signature
    }
}
