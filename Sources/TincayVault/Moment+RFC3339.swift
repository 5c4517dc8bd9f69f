import TincayIntake

extension Moment {
    /// The moment as RFC 3339 says it, to the second and at UTC+7, such as "2026-03-02T12:00:00+07:00".
    ///
    /// Moments outside the years 1970 to 9999 are told as the nearest inside.
    var rfc3339: [UInt8] {
        let local = max(0, min(milliseconds, 253_402_275_599_999)) / 1000 + 25_200
        let (year, month, day) = Self.date(ofDay: local / 86_400)
        let second = local % 86_400
        var text: [UInt8] = []
        for (number, digits, end) in [
            (year, 4, "-"), (month, 2, "-"), (day, 2, "T"), (second / 3600, 2, ":"), (second / 60 % 60, 2, ":"),
            (second % 60, 2, "+07:00"),
        ] {
            var rest = number
            var written: [UInt8] = []
            for _ in 0..<digits {
                written.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            text += written.reversed()
            text += Array(end.utf8)
        }
        return text
    }

    /// The date of a day counted from 1970-01-01, which is not negative.
    private static func date(ofDay number: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // Years are counted from March, so that a leap day is the last day of its year; 400 years have 146,097 days.
        let days = number + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
