/// What the keyword `multipleOf` divides by, exactly.
struct DecimalDivisor: Sendable {
    /// The significant digits as a whole number.
    private let digits: UInt64
    /// The power of ten they are multiplied by.
    private let exponent: JSONExponent

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
        // Every factor 2 and 5 of 64 bits is in the 64th power of ten; a further ten changes nothing any more.
        var shift = exponent
        var left = 64
        while left > 0, rest != 0, shift < decimal.exponent {
            rest = (rest * 10) % digits
            shift = shift.adding(1)
            left -= 1
        }
        return rest == 0
    }
}
