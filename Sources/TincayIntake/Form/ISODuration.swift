/// A length of time as ISO 8601 writes it, in days, hours, minutes and seconds.
struct ISODuration: Comparable, Sendable {
    /// The length in milliseconds.
    let milliseconds: Int64

    /// Reads text such as `PT12H` or `P3D`; nil for anything else, also for months, whose length varies.
    init?(_ text: [UInt8]) {
        guard text.first == UInt8(ascii: "P") else { return nil }
        var total: Int64 = 0
        var number: Int64?
        var inTime = false
        var parts = 0
        for byte in text.dropFirst() {
            switch byte {
            case 0x30...0x39:
                let value = (number ?? 0) * 10 + Int64(byte - 0x30)
                guard value < 1_000_000 else { return nil }
                number = value
            case UInt8(ascii: "T"):
                guard !inTime, number == nil else { return nil }
                inTime = true
            default:
                guard let count = number, let unit = Self.unit(byte, inTime) else { return nil }
                total += count * unit
                number = nil
                parts += 1
            }
        }
        guard parts > 0, number == nil else { return nil }
        milliseconds = total
    }

    /// How many whole days it has.
    var days: Int { Int(milliseconds / 86_400_000) }

    /// The milliseconds of a unit.
    private static func unit(_ letter: UInt8, _ inTime: Bool) -> Int64? {
        switch (letter, inTime) {
        case (UInt8(ascii: "W"), false): 604_800_000
        case (UInt8(ascii: "D"), false): 86_400_000
        case (UInt8(ascii: "H"), true): 3_600_000
        case (UInt8(ascii: "M"), true): 60_000
        case (UInt8(ascii: "S"), true): 1000
        default: nil
        }
    }

    /// Compares lengths.
    static func < (left: ISODuration, right: ISODuration) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
