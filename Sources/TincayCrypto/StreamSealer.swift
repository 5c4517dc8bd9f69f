import CSodium

/// Seals a long text piece by piece (libsodium's secretstream): pieces cannot be changed, left out, swapped or added, and
/// the last one says that it is the last.
public struct StreamSealer: ~Copyable {
    /// How many bytes a key has.
    public static let keySize = 32
    /// How many bytes the header has, which whoever opens the pieces needs first.
    public static let headerSize = 24
    /// How many bytes a sealed piece has more than what it holds.
    public static let overhead = 17
    /// The tags of a piece that others follow, and of the last one.
    static let next: UInt8 = 0, last: UInt8 = 3

    /// The header.
    public let header: [UInt8]
    /// The primitive's state, which holds keys.
    @usableFromInline let state: SecretBytes

    /// Starts a stream under a key that seals nothing else.
    public init(key: borrowing SecretBytes) throws(CryptoError) {
        guard key.count == Self.keySize else { throw .badParameter }
        let state = try SecretBytes(count: crypto_secretstream_xchacha20poly1305_statebytes())
        var header = [UInt8](repeating: 0, count: Self.headerSize)
        // SAFETY: the state has the size that the primitive asks for, the header 24 bytes, the key 32.
        let started = unsafe crypto_secretstream_xchacha20poly1305_init_push(
            state.base.assumingMemoryBound(to: crypto_secretstream_xchacha20poly1305_state.self), &header,
            key.base.assumingMemoryBound(to: UInt8.self))
        guard started == 0 else { throw .badParameter }
        self.header = header
        self.state = state
    }

    @inlinable deinit {}

    /// Seals the next piece into a buffer that has `overhead` bytes more and lies elsewhere.
    public mutating func push(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer, associated: [UInt8],
        isLast: Bool
    ) throws(CryptoError) {
        guard plain.count < 1 << 32, sealed.count == plain.count + Self.overhead, let target = sealed.baseAddress
        else { throw .badParameter }
        // SAFETY: every length was checked above; nothing is read through an empty buffer's pointer.
        let outcome = unsafe crypto_secretstream_xchacha20poly1305_push(
            state.base.assumingMemoryBound(to: crypto_secretstream_xchacha20poly1305_state.self),
            target.assumingMemoryBound(to: UInt8.self), nil,
            (plain.baseAddress ?? UnsafeRawPointer(target)).assumingMemoryBound(to: UInt8.self), UInt64(plain.count),
            associated, UInt64(associated.count), isLast ? Self.last : Self.next)
        guard outcome == 0 else { throw .badParameter }
    }
}
