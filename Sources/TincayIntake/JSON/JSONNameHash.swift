/// A hash of member names that nobody outside can aim at: it is seeded anew in every process.
///
/// Words are folded by a full multiplication, as the fast non-cryptographic hashes do.
enum JSONNameHash {
    /// The seed of this process.
    static let seed = UInt64.random(in: .min ... .max)

    /// Two odd numbers without a pattern.
    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The hash of a part of a text.
    @inline(__always) static func hash(_ text: PaddedText, _ start: Int, _ count: Int, seed: UInt64) -> UInt32 {
        var state = seed ^ UInt64(truncatingIfNeeded: count) &* first
        var position = start
        var left = count
        while left > 8 {
            state = fold(state ^ text.word(at: position), first)
            position &+= 8
            left &-= 8
        }
        state = fold(state ^ PaddedText.first(left, of: text.word(at: position)), second)
        let mixed = fold(state, first)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }

    /// The hash of a name that is an array.
    static func hash(_ name: [UInt8], seed: UInt64) -> UInt32 {
        // SAFETY: the buffers are only read inside.
        unsafe name.withUnsafeBufferPointer { unsafe PaddedText.padded($0) }.withUnsafeBufferPointer {
            hash(unsafe PaddedText($0), 0, name.count, seed: seed)
        }
    }

    /// Both halves of a product, folded onto each other.
    @inline(__always) private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
