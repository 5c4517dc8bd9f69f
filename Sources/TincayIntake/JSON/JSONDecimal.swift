/// A decimal in its one shortest form: significant digits without zeros at either end, times a power of ten.
struct JSONDecimal: Equatable, Hashable, Sendable {
    /// Whether it is below zero.
    let negative: Bool
    /// The significant digits, 0 to 9 each; none for zero.
    let digits: [UInt8]
    /// The power of ten that the digits, read as a whole number, are multiplied by.
    let exponent: Int64

    /// Reads a number that the parser has found well formed; an exponent beyond 18 digits counts as the largest.
    init(_ text: ArraySlice<UInt8>) {
        var digits: [UInt8] = []
        var fraction: Int64 = 0
        var exponent: Int64 = 0
        var exponentNegative = false
        var part = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "."): part = 1
            case UInt8(ascii: "e"), UInt8(ascii: "E"): part = 2
            case UInt8(ascii: "-") where part == 2: exponentNegative = true
            case 0x30...0x39:
                let digit = byte - 0x30
                if part == 2 {
                    exponent = exponent > 99_999_999_999_999_999 ? exponent : exponent * 10 + Int64(digit)
                } else {
                    if !(digits.isEmpty && digit == 0) { digits.append(digit) }
                    if part == 1 { fraction += 1 }
                }
            default: break
            }
        }
        var scale = (exponentNegative ? -exponent : exponent) - fraction
        while digits.last == 0 {
            digits.removeLast()
            scale += 1
        }
        negative = text.first == UInt8(ascii: "-") && !digits.isEmpty
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : scale
    }
}

extension JSONDecimal: Comparable {
    /// Compares exactly, without rounding either side.
    static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
        guard left.negative == right.negative else { return left.negative }
        return left.negative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
    }

    /// Whether the size of this number is less than another's.
    private func isCloserToZero(than other: JSONDecimal) -> Bool {
        guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
        let magnitude = exponent + Int64(digits.count)
        let otherMagnitude = other.exponent + Int64(other.digits.count)
        guard magnitude == otherMagnitude else { return magnitude < otherMagnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
