/// A hash of member names that nobody outside can aim at: it is seeded anew in every process.
///
/// Words are folded by a full multiplication, as the fast non-cryptographic hashes do.
enum JSONNameHash {
    /// The seed of this process.
    static let seed = UInt64.random(in: .min ... .max)

    /// Two odd numbers without a pattern.
    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The hash of a name's unescaped bytes.
    @inline(__always) static func hash(_ name: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt32 {
        let count = name.count
        let bytes = UnsafeRawBufferPointer(name)
        var state = seed ^ UInt64(truncatingIfNeeded: count) &* first
        if count >= 8 {
            var position = 0
            // SAFETY: every load ends at the last byte or before it.
            while position < count - 8 {
                unsafe state = fold(state ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self), first)
                position += 8
            }
            unsafe state = fold(state ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self), second)
        } else if count >= 4 {
            // SAFETY: the two loads overlap and stay inside.
            let low = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let high = unsafe bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            state = fold(state ^ (UInt64(low) << 32 | UInt64(high)), second)
        } else if count > 0 {
            // SAFETY: first, middle and last byte of at least one.
            let word = unsafe UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
            state = fold(state ^ word, second)
        }
        let mixed = fold(state, first)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }

    /// The hash of a name that is an array.
    static func hash(_ name: [UInt8], seed: UInt64) -> UInt32 {
        // SAFETY: the buffer is only read inside.
        unsafe name.withUnsafeBufferPointer { unsafe hash($0, seed: seed) }
    }

    /// Both halves of a product, folded onto each other.
    @inline(__always) private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
