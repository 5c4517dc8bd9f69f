import CSodium

/// Randomness from the operating system.
public enum Random {
    /// From how many bytes on a stream cipher is faster than the system.
    private static let seedWorthwhile = 512

    /// Fills a buffer in ordinary memory; keys draw their own (`SecretBytes`).
    public static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
        guard let start = buffer.baseAddress, sodium_init() >= 0 else { return }
        if unsafe RandomPool.shared.fill(buffer) { return }
        // SAFETY: the buffer has `count` writable bytes.
        guard buffer.count > seedWorthwhile else { return unsafe randombytes_buf(start, buffer.count) }
        // The system gives randomness in small pieces; a stream cipher under a key from it gives as good much faster.
        guard let seed = unsafe SecretMemory.shared.take(randombytes_seedbytes()) else {
            return unsafe randombytes_buf(start, buffer.count)
        }
        unsafe randombytes_buf(seed, randombytes_seedbytes())
        unsafe randombytes_buf_deterministic(start, buffer.count, seed.assumingMemoryBound(to: UInt8.self))
        _ = unsafe SecretMemory.shared.give(back: seed)
    }

    /// So many random bytes.
    public static func bytes(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe fill(UnsafeMutableRawBufferPointer(buffer))
            filled = count
        }
    }

    /// A random number below a bound, every one as likely; 0 when the bound is 0.
    public static func uniform(below bound: UInt32) -> UInt32 {
        guard bound > 1, sodium_init() >= 0 else { return 0 }
        return randombytes_uniform(bound)
    }
}
