/// The field of 256 elements that Shamir's scheme counts in, with the polynomial of AES.
///
/// No table is read and no branch is taken by a value, so that neither the time nor the cache tells one.
enum GaloisField {
    /// The product of two elements.
    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        UInt8(truncatingIfNeeded: multiply(UInt64(left), by: right))
    }

    /// Multiplies each of eight elements, side by side in a word, by one more.
    static func multiply(_ word: UInt64, by factor: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var product: UInt64 = 0
        var power = word
        for bit in 0..<8 as Range<UInt64> {
            product ^= power & (0 &- ((UInt64(factor) >> bit) & 1))
            power = (power & (ones &* 0x7f)) << 1 ^ ((power >> 7) & ones) &* 0x1b
        }
        return product
    }

    /// What an element times gives one; 0 for 0.
    static func inverse(_ element: UInt8) -> UInt8 {
        // An element to the power of 255 is one, so the power of 254 is the inverse: 2 + 4 + 8 + .. + 128.
        var power = element
        var inverse: UInt8 = 1
        for _ in 0..<7 {
            power = multiply(power, power)
            inverse = multiply(inverse, power)
        }
        return inverse
    }
}
