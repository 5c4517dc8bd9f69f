import CSodium

/// The checking side of Ed25519.
public enum Signature {
    /// How many bytes a signature has.
    public static let size = 64
    /// How many bytes a public key has.
    public static let keySize = 32

    /// Whether the owner of a public key signed a message.
    public static func verify(_ signature: [UInt8], _ message: [UInt8], publicKey: [UInt8]) -> Bool {
        guard signature.count == size, publicKey.count == keySize, sodium_init() >= 0 else { return false }
        // SAFETY: the sizes were checked.
        return unsafe crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }
}
