import TincayIntake

/// The days by which a box counts: calendar days at UTC+7, numbered from 1970-01-01.
enum CalendarDay {
    /// Milliseconds in a day.
    private static let length: Int64 = 86_400_000
    /// How far Indochina Time is ahead of UTC, in milliseconds; it knows no summer time.
    private static let offset: Int64 = 25_200_000

    /// The number of the day in which a moment falls, negative before 1970.
    static func number(of moment: Moment) -> Int64 {
        let (shifted, overflow) = moment.milliseconds.addingReportingOverflow(offset)
        let local = overflow ? moment.milliseconds : shifted
        let quotient = local / length
        return local % length < 0 ? quotient - 1 : quotient
    }
}
