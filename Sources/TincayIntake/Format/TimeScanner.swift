/// Reads the times of RFC 3339.
enum TimeScanner {
    /// Whether a text is a full-time.
    static func isTime(_ text: TextCursor) -> Bool {
        var cursor = text
        return time(&cursor) && cursor.isAtEnd
    }

    /// Whether a text is a date-time.
    static func isDateTime(_ text: TextCursor) -> Bool {
        var cursor = text
        return DateScanner.date(&cursor) && (cursor.skip("T") || cursor.skip("t")) && time(&cursor) && cursor.isAtEnd
    }

    /// Reads a full-time; second 60 only where a leap second can be, at the end of a day in UTC.
    private static func time(_ cursor: inout TextCursor) -> Bool {
        guard let hour = cursor.digits(2), cursor.skip(":"), let minute = cursor.digits(2), cursor.skip(":"),
            let second = cursor.digits(2), hour < 24, minute < 60, second <= 60
        else { return false }
        if cursor.skip(".") {
            guard cursor.skip(while: isDigit) > 0 else { return false }
        }
        guard let offset = offset(&cursor) else { return false }
        let universal = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return second < 60 || universal == 1439
    }

    /// Reads a time-offset, in minutes.
    private static func offset(_ cursor: inout TextCursor) -> Int? {
        if cursor.skip("Z") || cursor.skip("z") { return 0 }
        let sign = cursor.skip("+") ? 1 : cursor.skip("-") ? -1 : 0
        guard sign != 0, let hours = cursor.digits(2), cursor.skip(":"), let minutes = cursor.digits(2), hours < 24,
            minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    /// Whether a byte is a decimal digit.
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
