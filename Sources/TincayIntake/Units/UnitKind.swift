/// The two levels of administrative units that there are since July 2025.
enum UnitKind: Sendable {
    case province, commune

    /// The kind of a name in a form; nil when there is none.
    init?(_ name: JSONValue) {
        if name.isText("commune") {
            self = .commune
        } else if name.isText("province") {
            self = .province
        } else {
            return nil
        }
    }

    /// How many digits a code has.
    var length: Int { self == .province ? 2 : 5 }

    /// A code as the table keeps it, in which no province and no commune are the same; nil of text that is no code.
    func key(_ code: [UInt8]) -> UInt32? {
        guard code.count == length else { return nil }
        var number: UInt32 = self == .province ? 100_000 : 0
        var digits: UInt32 = 0
        for byte in code {
            guard (0x30...0x39).contains(byte) else { return nil }
            digits = digits * 10 + UInt32(byte & 15)
        }
        number += digits
        return number
    }

    /// A code of either kind.
    static func key(_ code: [UInt8]) -> UInt32? {
        province.key(code) ?? commune.key(code)
    }

    /// The code that the table keeps as a number.
    static func code(_ key: UInt32) -> [UInt8] {
        var rest = key % 100_000
        var digits: [UInt8] = []
        for _ in 0..<(key >= 100_000 ? 2 : 5) {
            digits.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        }
        return digits.reversed()
    }
}
