/// Reads the dates of RFC 3339.
enum DateScanner {
    /// Whether a text is a full-date.
    static func isDate(_ text: TextCursor) -> Bool {
        guard text.count == 10 else { return false }
        var cursor = text
        return date(&cursor)
    }

    /// Reads a full-date that the calendar has.
    static func date(_ cursor: inout TextCursor) -> Bool {
        guard let year = cursor.digits(4), cursor.skip("-"), let month = cursor.digits(2), cursor.skip("-"),
            let day = cursor.digits(2), day >= 1
        else { return false }
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: return day <= 31
        case 4, 6, 9, 11: return day <= 30
        case 2:
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return day <= (leap ? 29 : 28)
        default: return false
        }
    }
}
