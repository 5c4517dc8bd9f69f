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

    /// Writes a subkey of another key into these bytes, from an offset on.
    public mutating func derive(
        at offset: Int, subkey number: UInt64, of key: borrowing SecretBytes, context: StaticString
    ) throws(CryptoError) {
        guard offset >= 0, offset <= count - 32, key.count == 32, context.utf8CodeUnitCount == 8 else {
            throw .badParameter
        }
        // SAFETY: 32 bytes from the offset on are inside, the other key has 32 bytes, the context 8.
        let derived = unsafe crypto_kdf_derive_from_key(
            base.advanced(by: offset).assumingMemoryBound(to: UInt8.self), 32, number,
            UnsafeRawPointer(context.utf8Start).assumingMemoryBound(to: CChar.self),
            key.base.assumingMemoryBound(to: UInt8.self))
        guard derived == 0 else { throw .badParameter }
    }
}
