import CSodium

extension SecretBytes {
    /// The subkey of this 32-byte key that belongs to a number and a context of 8 ASCII characters.
    public borrowing func subkey(_ number: UInt64, context: StaticString) throws(CryptoError) -> SecretBytes {
        guard count == 32, context.utf8CodeUnitCount == 8 else { throw .badParameter }
        let key = try SecretBytes(count: 32)
        // SAFETY: both keys have 32 bytes, the context 8.
        let derived = unsafe crypto_kdf_derive_from_key(
            key.base.assumingMemoryBound(to: UInt8.self), 32, number,
            UnsafeRawPointer(context.utf8Start).assumingMemoryBound(to: CChar.self),
            base.assumingMemoryBound(to: UInt8.self))
        guard derived == 0 else { throw .badParameter }
        return key
    }
}
