/// Numbers as JSON writes them: decimals of any length, compared exactly.
enum JSONNumber {
    /// Writes a whole number.
    static func append(_ value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var power: UInt64 = 1
        while value.magnitude / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value.magnitude / power % 10))
            power /= 10
        }
    }

    /// The whole number that a decimal is, when it is one and fits.
    static func integer(of text: ArraySlice<UInt8>) -> Int64? {
        let decimal = JSONDecimal(text)
        let shift = decimal.exponent.number
        guard shift >= 0, shift < 20 else { return nil }
        var magnitude: UInt64 = 0
        for place in 0..<decimal.digits.count + Int(shift) {
            let digit = place < decimal.digits.count ? decimal.digits[place] : 0
            let (product, over) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
            guard !over, !carried else { return nil }
            magnitude = sum
        }
        if decimal.negative {
            guard magnitude <= UInt64(Int64.max) + 1 else { return nil }
            return magnitude == 0 ? 0 : -1 - Int64(magnitude - 1)
        }
        return Int64(exactly: magnitude)
    }
}
