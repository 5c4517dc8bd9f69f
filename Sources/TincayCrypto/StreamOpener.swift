import CSodium

/// Opens what a `StreamSealer` sealed, piece by piece and in its order.
public struct StreamOpener: ~Copyable {
    /// The primitive's state, which holds keys.
    @usableFromInline let state: SecretBytes

    /// Starts with the key and the header of a stream.
    public init(key: borrowing SecretBytes, header: [UInt8]) throws(CryptoError) {
        guard key.count == StreamSealer.keySize, header.count == StreamSealer.headerSize else { throw .badParameter }
        let state = try SecretBytes(count: crypto_secretstream_xchacha20poly1305_statebytes())
        // SAFETY: the state has the size that the primitive asks for, the header 24 bytes, the key 32.
        let started = unsafe crypto_secretstream_xchacha20poly1305_init_pull(
            state.base.assumingMemoryBound(to: crypto_secretstream_xchacha20poly1305_state.self), header,
            key.base.assumingMemoryBound(to: UInt8.self))
        guard started == 0 else { throw .forged }
        self.state = state
    }

    @inlinable deinit {}

    /// Opens the next piece into a buffer that has `overhead` bytes fewer; gives whether it was sealed as the last one.
    ///
    /// A piece that does not hold leaves zeros in the buffer, and the stream where it was.
    public mutating func pull(
        _ sealed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer, associated: [UInt8]
    ) throws(CryptoError) -> Bool {
        guard sealed.count >= StreamSealer.overhead, sealed.count < 1 << 32,
            plain.count == sealed.count - StreamSealer.overhead, let source = sealed.baseAddress
        else { throw .badParameter }
        var tag: UInt8 = 0
        // Where nothing is to be written, the primitive still wants a place.
        var nowhere: UInt8 = 0
        // SAFETY: every length was checked above.
        let outcome = unsafe withUnsafeMutablePointer(to: &nowhere) { nowhere in
            unsafe crypto_secretstream_xchacha20poly1305_pull(
                state.base.assumingMemoryBound(to: crypto_secretstream_xchacha20poly1305_state.self),
                plain.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nowhere, nil, &tag,
                source.assumingMemoryBound(to: UInt8.self), UInt64(sealed.count), associated,
                UInt64(associated.count))
        }
        guard outcome == 0, tag == StreamSealer.next || tag == StreamSealer.last else {
            // SAFETY: the buffer has `count` writable bytes.
            if let start = plain.baseAddress { unsafe sodium_memzero(start, plain.count) }
            throw .forged
        }
        return tag == StreamSealer.last
    }
}
