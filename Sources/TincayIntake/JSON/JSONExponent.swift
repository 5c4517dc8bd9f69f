/// A power of ten of any size: nearly always a machine number, and otherwise exact decimal digits.
///
/// Each exponent has one form only, so that equal exponents are equal values.
struct JSONExponent: Equatable, Hashable, Sendable {
    /// The first size that is kept in digits.
    private static let bound: Int64 = 1_000_000_000_000_000_000

    /// The exponent; the bound, with the exponent's sign, when it reaches that far.
    let number: Int64
    /// The digits of its size when it reaches the bound; otherwise none.
    let digits: [UInt8]

    /// No power at all.
    static let zero = JSONExponent(small: 0)

    /// Keeps an exponent that is a machine number below the bound.
    private init(small number: Int64) {
        self.number = number
        digits = []
    }

    /// Adds a shift, at most the length of a text, to an exponent written in digits without leading zeros.
    init(digits written: [UInt8], negative: Bool, plus shift: Int64) {
        var digits = written
        if written.count <= 18 {
            let size = written.reduce(Int64(0)) { $0 * 10 + Int64($1) }
            let sum = (negative ? -size : size) + shift
            guard sum.magnitude >= Self.bound.magnitude else {
                number = sum
                self.digits = []
                return
            }
            self.digits = Self.digits(of: sum.magnitude)
            number = sum < 0 ? -Self.bound : Self.bound
            return
        }
        // So long an exponent keeps its sign whatever the shift is.
        Self.add(negative ? -shift : shift, to: &digits)
        guard digits.count <= 18 else {
            self.digits = digits
            number = negative ? -Self.bound : Self.bound
            return
        }
        let size = digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        number = negative ? -size : size
        self.digits = []
    }

    /// The exponent and a count of digits.
    func adding(_ count: Int) -> JSONExponent {
        let sum = number + Int64(count)
        if digits.isEmpty, sum.magnitude < Self.bound.magnitude { return JSONExponent(small: sum) }
        let written = digits.isEmpty ? Self.digits(of: number.magnitude) : digits
        return JSONExponent(digits: written, negative: number < 0, plus: Int64(count))
    }

    /// The digits of a number, without leading zeros.
    private static func digits(of number: UInt64) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = number
        while rest > 0 {
            digits.append(UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        return digits.reversed()
    }

    /// Adds a number of either sign to digits that stand for more than its size.
    private static func add(_ number: Int64, to digits: inout [UInt8]) {
        var carry = number
        for place in digits.indices.reversed() where carry != 0 {
            let sum = Int64(digits[place]) + carry
            let digit = (sum % 10 + 10) % 10
            digits[place] = UInt8(truncatingIfNeeded: digit)
            carry = (sum - digit) / 10
        }
        if carry > 0 { digits = Self.digits(of: carry.magnitude) + digits }
        if let first = digits.firstIndex(where: { $0 != 0 }) { digits.removeFirst(first) }
    }
}

extension JSONExponent: Comparable {
    /// Compares exactly.
    static func < (left: JSONExponent, right: JSONExponent) -> Bool {
        guard left.number == right.number else { return left.number < right.number }
        let smaller =
            left.digits.count == right.digits.count
            ? left.digits.lexicographicallyPrecedes(right.digits) : left.digits.count < right.digits.count
        return left.number < 0 ? !smaller && left.digits != right.digits : smaller
    }
}
