extension Moment {
    /// Milliseconds that the clocks of Viet Nam are ahead of UTC; there is no summer time.
    private static let offset: Int64 = 7 * 3_600_000
    /// A day.
    private static let day: Int64 = 86_400_000
    /// The first and the last moment that has a year of four digits.
    private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_214_400_000

    /// The moment as RFC 3339 has it, to the second, by the clocks of Viet Nam.
    public var text: [UInt8] {
        let local = localMilliseconds
        let date = self.date
        let seconds = CivilDate.floor(local, 1_000) - days * 86_400
        var text: [UInt8] = []
        text.reserveCapacity(25)
        Self.append(date.year, 1_000, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.month, 10, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.day, 10, to: &text)
        text.append(UInt8(ascii: "T"))
        Self.append(seconds / 3_600, 10, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds / 60 % 60, 10, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds % 60, 10, to: &text)
        text += "+07:00".utf8
        return text
    }

    /// How many days have begun in Viet Nam since 1970-01-01.
    public var days: Int64 { CivilDate.floor(localMilliseconds, Self.day) }

    /// The moment at which a day begins in Viet Nam, the day being counted from 1970-01-01.
    public init(days: Int64) {
        let (start, overflows) = days.multipliedReportingOverflow(by: Self.day)
        let clamped = min(max(start, Self.range.lowerBound), Self.range.upperBound)
        self.init(milliseconds: overflows ? Self.range.upperBound : clamped - Self.offset)
    }

    /// The year it is in Viet Nam.
    public var year: Int64 { date.year }

    /// The day it is in Viet Nam, as RFC 3339 has it.
    public var dateText: [UInt8] { [UInt8](text.prefix(10)) }

    /// How many days lie between 1970-01-01 and a day that is written as RFC 3339 has it; nil for no such day.
    public static func days(of text: [UInt8]) -> Int64? {
        guard text.count == 10, Format.date.holds(text) else { return nil }
        func number(_ digits: ArraySlice<UInt8>) -> Int64 {
            digits.reduce(0) { $0 * 10 + Int64($1 &- 0x30) }
        }
        return CivilDate(year: number(text[0..<4]), month: number(text[5..<7]), day: number(text[8..<10])).days
    }

    /// The day it is in Viet Nam.
    var date: CivilDate { CivilDate(days: days) }

    /// The moment so much later, at most the last one that can be written.
    public func adding(milliseconds: Int64) -> Moment {
        let (sum, overflows) = clamped.addingReportingOverflow(milliseconds)
        return Moment(milliseconds: overflows ? Self.range.upperBound : sum)
    }

    /// The same time of day so many working days later.
    ///
    /// Days that no calendar knows are worked from Monday to Friday, so that a deadline is never later than the law's.
    public func adding(workingDays: Int64, _ calendar: WorkingCalendar? = nil) -> Moment {
        let today = days
        var days = today
        var left = workingDays
        // A calendar of nothing but holidays must not make this go on for ever.
        let last = today + workingDays * 7 + 400
        while left > 0, days < last {
            days += 1
            if calendar?.isWorked(days) ?? WorkingCalendar.isWeekday(days) { left -= 1 }
        }
        return adding(milliseconds: (days - today) * Self.day)
    }

    /// The milliseconds, within the years that can be written.
    private var clamped: Int64 { min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound) }

    /// Milliseconds since 1970 by the wall clock.
    private var localMilliseconds: Int64 { clamped + Self.offset }

    /// Appends a number with leading zeros, from the digit of a power of ten on.
    private static func append(_ number: Int64, _ power: Int64, to text: inout [UInt8]) {
        var power = power
        while power > 0 {
            text.append(0x30 + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
    }
}
