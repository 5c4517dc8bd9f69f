/// A day of the Gregorian calendar, by arithmetic alone.
struct CivilDate: Equatable, Sendable {
    /// The year, counted astronomically.
    let year: Int64
    /// The month, from 1.
    let month: Int64
    /// The day of the month, from 1.
    let day: Int64

    /// Names a day; it need not exist.
    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day so many days after 1970-01-01; `days` has to be within a few million years.
    ///
    /// Years are counted from March, so that a leap day is the last day of its year, in eras of 400 years.
    init(days: Int64) {
        let shifted = days + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// How many days it is after 1970-01-01, by the same count of eras.
    var days: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = Self.floor(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// How many days a month has.
    static func length(ofMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 4, 6, 9, 11: return 30
        case 2:
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            return isLeap ? 29 : 28
        default: return 31
        }
    }

    /// How many full years have passed from this day to another; negative when the other is earlier.
    func years(to other: CivilDate) -> Int64 {
        let years = other.year - year
        let isBeforeBirthday = (other.month, other.day) < (month, day)
        return isBeforeBirthday ? years - 1 : years
    }

    /// Division that rounds down.
    static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
