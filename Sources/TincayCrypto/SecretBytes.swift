import CSodium

/// Bytes that must not linger: locked in memory, between guard pages, wiped when they go.
@safe
@frozen
public struct SecretBytes: ~Copyable, @unchecked Sendable {
    // SAFETY: Sendable because nothing but this value holds the pointer, and Swift checks who may change the value.
    /// Where the bytes are.
    @usableFromInline let base: UnsafeMutableRawPointer
    /// How many there are.
    public let count: Int

    /// Makes room for so many bytes, all zero.
    public init(count: Int) throws(CryptoError) {
        guard count >= 0, count < 1 << 40 else { throw .badParameter }
        try Sodium.start()
        if let base = unsafe SecretMemory.shared.take(count) {
            unsafe self.base = base
        } else {
            guard let base = unsafe sodium_malloc(count) else { throw .noMemory }
            // SAFETY: sodium_malloc gave `count` writable bytes.
            unsafe sodium_memzero(base, count)
            unsafe self.base = base
        }
        self.count = count
    }

    /// Draws so many random bytes.
    public init(randomCount: Int) throws(CryptoError) {
        try self.init(count: randomCount)
        // SAFETY: `base` has `count` writable bytes.
        unsafe randombytes_buf(base, count)
    }

    /// Copies bytes that the caller keeps and wipes.
    public init(copying bytes: UnsafeRawBufferPointer) throws(CryptoError) {
        try self.init(count: bytes.count)
        guard let source = bytes.baseAddress, count > 0 else { return }
        // SAFETY: both sides have `count` bytes and do not overlap.
        unsafe base.copyMemory(from: source, byteCount: count)
    }

    /// Copies bytes that the caller keeps.
    public init(copying bytes: [UInt8]) throws(CryptoError) {
        try self.init(count: bytes.count)
        for index in 0..<count {
            // SAFETY: the index is inside both.
            unsafe base.storeBytes(of: bytes[index], toByteOffset: index, as: UInt8.self)
        }
    }

    @inlinable deinit { unsafe Self.free(base) }

    /// Lends the bytes for reading.
    @inlinable
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the buffer lives as long as this value is borrowed.
        unsafe try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Lends the bytes for writing.
    @inlinable
    public mutating func withMutableBytes<Result, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the buffer lives as long as this value is borrowed.
        unsafe try body(UnsafeMutableRawBufferPointer(start: base, count: count))
    }

    /// The same bytes in memory of their own.
    public borrowing func copy() throws(CryptoError) -> SecretBytes {
        // SAFETY: the buffer is read while this value is borrowed.
        unsafe try SecretBytes(copying: UnsafeRawBufferPointer(start: base, count: count))
    }

    /// A part of the bytes in memory of its own.
    public borrowing func copy(_ range: Range<Int>) throws(CryptoError) -> SecretBytes {
        guard range.lowerBound >= 0, range.upperBound <= count else { throw .badParameter }
        // SAFETY: the range is inside the bytes, which are read while this value is borrowed.
        return unsafe try SecretBytes(
            copying: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Hands the memory to the caller, who ends it with `free`.
    public consuming func release() -> UnsafeMutableRawPointer {
        let pointer = unsafe base
        discard self
        return unsafe pointer
    }

    /// Wipes and frees memory that `release` handed out.
    public static func free(_ pointer: UnsafeMutableRawPointer) {
        // SAFETY: the pointer came from sodium_malloc, and its owner gives it up.
        if unsafe !SecretMemory.shared.give(back: pointer) { unsafe sodium_free(pointer) }
    }
}
