import CSodium

/// BLAKE2b (RFC 7693), fed piece by piece.
@safe
public struct Hash: ~Copyable {
    /// The state of the primitive, which wants an alignment of 64.
    @usableFromInline let state: UnsafeMutableRawPointer
    /// How many bytes come out.
    private let size: Int

    /// Starts a hash of 16 to 64 bytes.
    public init(size: Int = 32) throws(CryptoError) {
        unsafe try self.init(size: size, start: nil, count: 0)
    }

    /// Starts a hash that only who has the key, of 16 to 64 bytes, can compute.
    public init(size: Int = 32, key: borrowing SecretBytes) throws(CryptoError) {
        guard key.count >= 16, key.count <= 64 else { throw .badParameter }
        // SAFETY: the key is borrowed for the whole of this initialiser.
        unsafe try self.init(size: size, start: key.base, count: key.count)
    }

    /// Starts a hash with a key that lives elsewhere, or with none.
    private init(size: Int, start key: UnsafeRawPointer?, count: Int) throws(CryptoError) {
        guard size >= 16, size <= 64 else { throw .badParameter }
        try Sodium.start()
        let bytes = crypto_generichash_statebytes()
        let state = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        // SAFETY: the state has the size and alignment that the primitive asks for; the key has `count` bytes.
        let started = unsafe crypto_generichash_init(
            OpaquePointer(state), key?.assumingMemoryBound(to: UInt8.self), count, size)
        guard started == 0 else {
            unsafe state.deallocate()
            throw .badParameter
        }
        unsafe self.state = state
        self.size = size
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

    /// The hash of all that was taken in.
    public consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        // SAFETY: the array has `size` bytes.
        _ = unsafe crypto_generichash_final(OpaquePointer(state), &digest, size)
        return digest
    }

    /// The hash of some parts, one after the other.
    public static func digest(_ parts: [UInt8]..., size: Int = 32) throws(CryptoError) -> [UInt8] {
        var hash = try Hash(size: size)
        for part in parts { hash.update(part) }
        return hash.finish()
    }
}
