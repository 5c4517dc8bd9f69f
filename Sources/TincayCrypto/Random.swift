import CSodium

/// Randomness from the operating system.
public enum Random {
    /// Fills a buffer.
    public static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
        guard let start = buffer.baseAddress, sodium_init() >= 0 else { return }
        // SAFETY: the buffer has `count` writable bytes.
        unsafe randombytes_buf(start, buffer.count)
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
