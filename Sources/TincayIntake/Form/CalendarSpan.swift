/// A length of time in years, months and days, as ISO 8601 writes it; it may be negative.
public struct CalendarSpan: Equatable, Sendable {
    /// The months, years made into months.
    let months: Int64
    /// The days, weeks made into days.
    let days: Int64

    /// Reads a duration such as "P1Y", "-P6M" or "P2W"; nil when it is none, has a time, or is longer than two centuries.
    public init?(_ text: [UInt8]) {
        let isNegative = text.first == UInt8(ascii: "-")
        var rest = text[...]
        if isNegative { rest = rest.dropFirst() }
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var months: Int64 = 0
        var days: Int64 = 0
        var number: Int64?
        var lastUnit = 0
        for byte in rest {
            if byte >= 0x30, byte <= 0x39 {
                let next = (number ?? 0) * 10 + Int64(byte - 0x30)
                guard next <= 73_050 else { return nil }
                number = next
                continue
            }
            guard let value = number else { return nil }
            let unit: Int
            switch byte {
            case UInt8(ascii: "Y"): (unit, months) = (1, months + value * 12)
            case UInt8(ascii: "M"): (unit, months) = (2, months + value)
            case UInt8(ascii: "W"): (unit, days) = (3, days + value * 7)
            case UInt8(ascii: "D"): (unit, days) = (4, days + value)
            default: return nil
            }
            guard unit > lastUnit else { return nil }
            lastUnit = unit
            number = nil
        }
        guard number == nil, months <= 2_400, days <= 73_050 else { return nil }
        self.months = isNegative ? -months : months
        self.days = isNegative ? -days : days
    }

    /// The day so much later, both in days since 1970-01-01; a day that a month lacks becomes its last.
    public func day(after day: Int64) -> Int64 {
        let date = CivilDate(days: day)
        let month = date.year * 12 + date.month - 1 + months
        let year = CivilDate.floor(month, 12)
        let length = CivilDate.length(ofMonth: month - year * 12 + 1, year: year)
        return CivilDate(year: year, month: month - year * 12 + 1, day: min(date.day, length)).days + days
    }
}
