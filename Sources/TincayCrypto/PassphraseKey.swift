import CSodium

/// Argon2id (RFC 9106): a key that costs memory and time to derive from what a person remembers.
public enum PassphraseKey {
    /// The least and the most memory, in bytes: less is too cheap to guess, more could exhaust a desk's machine.
    public static let memory = (64 << 20)...(1024 << 20)
    /// The fewest and the most passes over that memory.
    public static let passes = 2...10
    /// How many bytes a salt has.
    public static let saltSize = 16
    /// How many bytes the key has.
    public static let keySize = 32

    /// Derives a key; memory or passes outside their ranges are refused whatever they were stored as.
    public static func derive(
        passphrase: UnsafeRawBufferPointer, salt: [UInt8], memory: Int, passes: Int
    ) throws(CryptoError) -> SecretBytes {
        guard salt.count == saltSize, self.memory.contains(memory), self.passes.contains(passes),
            passphrase.count > 0, passphrase.count <= 4096, let phrase = passphrase.baseAddress
        else { throw .badParameter }
        let key = try SecretBytes(count: keySize)
        // SAFETY: every length was checked above.
        let derived = unsafe crypto_pwhash(
            key.base.assumingMemoryBound(to: UInt8.self), UInt64(keySize), phrase.assumingMemoryBound(to: CChar.self),
            UInt64(passphrase.count), salt, UInt64(passes), memory, crypto_pwhash_ALG_ARGON2ID13)
        guard derived == 0 else { throw .noMemory }
        return key
    }
}
