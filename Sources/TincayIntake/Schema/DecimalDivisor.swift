/// What the keyword `multipleOf` divides by, exactly.
struct DecimalDivisor: Sendable {
    /// The significant digits as a whole number.
    private let digits: UInt64
    /// The power of ten they are multiplied by.
    private let exponent: Int64

    /// Takes a number above zero of at most 18 significant digits.
    init?(_ decimal: JSONDecimal) {
        guard !decimal.negative, !decimal.digits.isEmpty, decimal.digits.count <= 18 else { return nil }
        digits = decimal.digits.reduce(0) { $0 &* 10 &+ UInt64($1) }
        exponent = decimal.exponent
    }

    /// Whether a number is a whole multiple.
    func divides(_ decimal: JSONDecimal) -> Bool {
        guard !decimal.digits.isEmpty else { return true }
        // Neither side ends in a zero digit, so a smaller power of ten can never be a multiple.
        guard decimal.exponent >= exponent else { return false }
        var rest: UInt64 = 0
        for digit in decimal.digits { rest = (rest * 10 + UInt64(digit)) % digits }
        var power = UInt64(10) % digits
        var shift = decimal.exponent - exponent
        while shift > 0, rest != 0 {
            if shift & 1 == 1 { rest = multiply(rest, power) }
            power = multiply(power, power)
            shift >>= 1
        }
        return rest == 0
    }

    /// A product modulo the divisor; both factors are below it, so the quotient fits.
    private func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
        digits.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
    }
}
