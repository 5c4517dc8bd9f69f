/// A length of time as ISO 8601 writes it, in weeks, days, hours, minutes and seconds.
public struct TimeSpan: Equatable, Sendable {
    /// Its days, weeks made into days.
    public let days: Int64
    /// The rest of it.
    public let milliseconds: Int64

    /// All of it, days by the clock.
    public var total: Int64 { days * 86_400_000 + milliseconds }

    /// Reads a duration such as "PT12H" or "P5D"; nil when it is none, has years or months, or is longer than a century.
    public init?(_ text: [UInt8]) {
        guard text.first == UInt8(ascii: "P"), text.count > 2, text.last != UInt8(ascii: "T") else { return nil }
        var days: Int64 = 0
        var milliseconds: Int64 = 0
        var number: Int64?
        var inTime = false
        var lastUnit = 0
        for byte in text.dropFirst() {
            if byte >= 0x30, byte <= 0x39 {
                let next = (number ?? 0) * 10 + Int64(byte - 0x30)
                guard next <= 100_000_000 else { return nil }
                number = next
                continue
            }
            if byte == UInt8(ascii: "T"), !inTime, number == nil {
                inTime = true
                continue
            }
            guard let value = number, let unit = Self.unit(byte, inTime), unit.order > lastUnit else { return nil }
            lastUnit = unit.order
            if inTime { milliseconds += value * unit.size } else { days += value * unit.size }
            number = nil
        }
        guard number == nil, lastUnit > 0, days <= 36_525, milliseconds <= 36_525 * 86_400_000 else { return nil }
        self.days = days
        self.milliseconds = milliseconds
    }

    /// A unit's place among the units and its size, in days or in milliseconds.
    private static func unit(_ byte: UInt8, _ inTime: Bool) -> (order: Int, size: Int64)? {
        switch (byte, inTime) {
        case (UInt8(ascii: "W"), false): (1, 7)
        case (UInt8(ascii: "D"), false): (2, 1)
        case (UInt8(ascii: "H"), true): (3, 3_600_000)
        case (UInt8(ascii: "M"), true): (4, 60_000)
        case (UInt8(ascii: "S"), true): (5, 1_000)
        default: nil
        }
    }
}
