/// What a calendar has to say about the working days of one deadline.
public struct CalendarWord: Sendable {
    /// No calendar was asked.
    static let none = CalendarWord(name: nil, until: nil, isUndecided: false)

    /// The calendar, when it knows all of the days.
    let name: [UInt8]?
    /// Its last day, in days since 1970-01-01, when the deadline lies behind it.
    let until: Int64?
    /// Whether a day was counted of which nobody has said yet whether it is a holiday, so that the deadline is rather
    /// early than late.
    let isUndecided: Bool

    /// Writes it as members of a deadline.
    public func write(_ writer: inout JSONWriter) {
        writer.name("calendar")
        writer.text(name ?? Array("none".utf8))
        if let until {
            writer.name("calendar_until")
            // No day behind the year 9999 can be written.
            let day = Moment(milliseconds: min(max(until, -719_162), 2_932_896) * 86_400_000)
            writer.text(Array(day.text.prefix(10)))
        }
        if isUndecided {
            writer.name("undecided")
            writer.boolean(true)
        }
    }
}
