/// The days that a date can mean, of which only the year, or the year and the month, may be known.
struct DateInterval: Equatable, Sendable {
    /// The first and the last of them, in days since 1970-01-01.
    let first: Int64
    let last: Int64

    /// Names the days between two.
    init(first: Int64, last: Int64) {
        self.first = first
        self.last = last
    }

    /// Reads a date: a text such as "2015", "2015-03", "2015-03-02" or one of RFC 3339 with a time, or an object of
    /// year, month and day; nil when it is none.
    init?(_ value: JSONValue) {
        if value.kind == .object {
            guard let year = value["year"]?.integer else { return nil }
            self.init((year, value["month"]?.integer, value["day"]?.integer))
        } else if let instant = InstantInterval(value) {
            self.init(first: instant.localDay, last: instant.localDay)
        } else {
            guard let text = value.text else { return nil }
            self.init(text[...])
        }
    }

    /// Reads a date without a time that is written down.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= 10, let parts = Self.parts(text) else { return nil }
        self.init(parts)
    }

    /// The days of numbers that the calendar has.
    private init?(_ parts: (year: Int64, month: Int64?, day: Int64?)) {
        guard (1_000...9_999).contains(parts.year) else { return nil }
        guard let month = parts.month else {
            guard parts.day == nil else { return nil }
            first = CivilDate(year: parts.year, month: 1, day: 1).days
            last = CivilDate(year: parts.year, month: 12, day: 31).days
            return
        }
        guard (1...12).contains(month) else { return nil }
        let length = CivilDate.length(ofMonth: month, year: parts.year)
        guard let day = parts.day else {
            first = CivilDate(year: parts.year, month: month, day: 1).days
            last = CivilDate(year: parts.year, month: month, day: length).days
            return
        }
        guard (1...length).contains(day) else { return nil }
        first = CivilDate(year: parts.year, month: month, day: day).days
        last = first
    }

    /// The days as a range.
    var range: ClosedRange<Int64> { first...max(first, last) }

    /// The same days, so much later.
    func adding(_ span: CalendarSpan) -> DateInterval {
        DateInterval(first: span.day(after: first), last: span.day(after: last))
    }

    /// The numbers of a date that is written down: four digits, or these and two, or these and two more.
    private static func parts(_ text: ArraySlice<UInt8>) -> (year: Int64, month: Int64?, day: Int64?)? {
        guard let year = number(text.prefix(4), 4) else { return nil }
        guard text.count > 4 else { return (year, nil, nil) }
        var rest = text.dropFirst(4)
        guard rest.popFirst() == UInt8(ascii: "-"), let month = number(rest.prefix(2), 2) else { return nil }
        rest = rest.dropFirst(2)
        guard !rest.isEmpty else { return (year, month, nil) }
        guard rest.popFirst() == UInt8(ascii: "-"), let day = number(rest, 2) else { return nil }
        return (year, month, day)
    }

    /// A number of exactly so many digits.
    private static func number(_ digits: ArraySlice<UInt8>, _ count: Int) -> Int64? {
        guard digits.count == count else { return nil }
        var number: Int64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int64(digit - 0x30)
        }
        return number
    }
}
