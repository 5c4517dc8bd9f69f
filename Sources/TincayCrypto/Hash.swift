import CSodium

/// BLAKE2b with 32 bytes (RFC 7693), fed piece by piece.
@safe
public struct Hash: ~Copyable {
    /// How many bytes come out.
    public static let size = 32
    /// The state of the primitive, which wants an alignment of 64.
    @usableFromInline let state: UnsafeMutableRawPointer

    /// Starts a hash that everybody can compute.
    public init() {
        unsafe self.init(key: nil, count: 0)
    }

    /// Starts a hash that only who has the key, of 16 to 64 bytes, can compute.
    public init(key: borrowing SecretBytes) throws(CryptoError) {
        guard key.count >= 16, key.count <= 64 else { throw .badParameter }
        // SAFETY: the key is borrowed for the whole of this initialiser.
        unsafe self.init(key: key.base, count: key.count)
    }

    /// Starts a hash with a key of a size that was checked, or with none.
    private init(key: UnsafeMutableRawPointer?, count: Int) {
        unsafe state = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        // SAFETY: the state has the size and alignment that the primitive asks for; with these sizes it cannot fail.
        _ = unsafe crypto_generichash_init(
            OpaquePointer(state), key?.assumingMemoryBound(to: UInt8.self), count, Self.size)
    }

    @inlinable deinit { unsafe Self.end(state) }

    /// Wipes and frees a state.
    @usableFromInline
    static func end(_ state: UnsafeMutableRawPointer) {
        // SAFETY: the state was allocated with this size.
        unsafe sodium_memzero(state, crypto_generichash_statebytes())
        unsafe state.deallocate()
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        // SAFETY: the buffer has `count` bytes, and the state is ours alone.
        _ = unsafe crypto_generichash_update(
            OpaquePointer(state), start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe update(UnsafeRawBufferPointer($0)) }
    }

    /// Takes in bytes that only this process knows.
    public mutating func update(_ bytes: borrowing SecretBytes) {
        // SAFETY: the bytes are borrowed for the call.
        unsafe update(UnsafeRawBufferPointer(start: bytes.base, count: bytes.count))
    }

    /// The hash of all that was taken in.
    public consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.size)
        // SAFETY: the array has as many bytes as the hash.
        _ = unsafe crypto_generichash_final(OpaquePointer(state), &digest, Self.size)
        return digest
    }

    /// The hash of all that was taken in, as a key.
    public consuming func finishSecret() throws(CryptoError) -> SecretBytes {
        let digest = try SecretBytes(count: Self.size)
        // SAFETY: the key has as many bytes as the hash.
        _ = unsafe crypto_generichash_final(
            OpaquePointer(state), digest.base.assumingMemoryBound(to: UInt8.self), Self.size)
        return digest
    }

    /// The hash of some parts, one after the other.
    public static func digest(_ parts: [UInt8]...) -> [UInt8] {
        var hash = Hash()
        for part in parts { hash.update(part) }
        return hash.finish()
    }
}
