extension Moment {
    /// Việt Nam is seven hours ahead of UTC all year.
    private static let offset: Int64 = 7 * 3_600_000
    /// The milliseconds of a day.
    private static let day: Int64 = 86_400_000

    /// The day, the month and the year in Việt Nam.
    public var civilDate: (year: Int, month: Int, day: Int) {
        Self.civil(days: days)
    }

    /// How many days have begun in Việt Nam since 1970-01-01.
    public var days: Int64 {
        let (local, over) = milliseconds.addingReportingOverflow(Self.offset)
        let clamped = over ? Int64.max : local
        return clamped >= 0 ? clamped / Self.day : -((-(clamped + 1)) / Self.day) - 1
    }

    /// The time in RFC 3339 with the offset of Việt Nam, to the second.
    public var text: [UInt8] {
        let date = civilDate
        let inDay = (milliseconds &+ Self.offset) &- days &* Self.day
        let seconds = Int(inDay / 1000)
        var text: [UInt8] = []
        Self.append(date.year, 4, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.month, 2, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.day, 2, to: &text)
        text.append(UInt8(ascii: "T"))
        Self.append(seconds / 3600 % 24, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds / 60 % 60, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds % 60, 2, to: &text)
        return text + "+07:00".utf8
    }

    /// So many milliseconds later; the end of time when that is later than any.
    func later(by milliseconds: Int64) -> Moment {
        let (sum, over) = self.milliseconds.addingReportingOverflow(milliseconds)
        return Moment(milliseconds: over ? Int64.max : sum)
    }

    /// The same time of day so many working days later, when Monday to Friday are working days.
    ///
    /// Public holidays are not known here, so the moment is never later than the law's.
    func later(byWorkingDays count: Int) -> Moment {
        var days = days
        var left = min(max(count, 0), 400)
        while left > 0 {
            days += 1
            // 1970-01-01 was a Thursday.
            let weekday = (days % 7 + 7 + 4) % 7
            if weekday != 0, weekday != 6 { left -= 1 }
        }
        return later(by: (days - self.days) * Self.day)
    }

    /// The date of a count of days since 1970-01-01 in the Gregorian calendar, by eras of 400 years.
    private static func civil(days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    /// Appends a number with at least so many digits.
    private static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
        var digits: [UInt8] = []
        var rest = max(number, 0)
        while rest > 0 || digits.count < width {
            digits.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        }
        text += digits.reversed()
    }
}
