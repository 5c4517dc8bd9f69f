/// A decimal in its one shortest form: significant digits without zeros at either end, times a power of ten.
struct JSONDecimal: Equatable, Hashable, Sendable {
    /// Whether it is below zero.
    let negative: Bool
    /// The significant digits, 0 to 9 each; none for zero.
    let digits: [UInt8]
    /// The power of ten that the digits, read as a whole number, are multiplied by.
    let exponent: JSONExponent

    /// Reads a number that the parser has found well formed.
    init(_ text: ArraySlice<UInt8>) {
        var digits: [UInt8] = []
        var written: [UInt8] = []
        var writtenNegative = false
        var fraction: Int64 = 0
        var part = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "."): part = 1
            case UInt8(ascii: "e"), UInt8(ascii: "E"): part = 2
            case UInt8(ascii: "-") where part == 2: writtenNegative = true
            case 0x30...0x39:
                let digit = byte - 0x30
                if part == 2 {
                    if !(written.isEmpty && digit == 0) { written.append(digit) }
                } else {
                    if !(digits.isEmpty && digit == 0) { digits.append(digit) }
                    if part == 1 { fraction += 1 }
                }
            default: break
            }
        }
        var shift = -fraction
        while digits.last == 0 {
            digits.removeLast()
            shift += 1
        }
        negative = text.first == UInt8(ascii: "-") && !digits.isEmpty
        self.digits = digits
        exponent = digits.isEmpty ? .zero : JSONExponent(digits: written, negative: writtenNegative, plus: shift)
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
        let magnitude = exponent.adding(digits.count)
        let otherMagnitude = other.exponent.adding(other.digits.count)
        guard magnitude == otherMagnitude else { return magnitude < otherMagnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
