/// Reads the dates and times of RFC 3339.
struct DateScanner {
    /// What is left to read.
    private var rest: ArraySlice<UInt8>

    /// Starts at the first letter.
    init(_ text: [UInt8]) {
        rest = text[...]
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// Reads a full-date that the calendar has.
    mutating func date() -> Bool {
        guard let year = digits(4), letter("-"), let month = digits(2), letter("-"), let day = digits(2),
            (1...12).contains(month)
        else { return false }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...last).contains(day)
    }

    /// Reads a full-time; second 60 only where a leap second can be, at the end of a day in UTC.
    mutating func time() -> Bool {
        guard let hour = digits(2), letter(":"), let minute = digits(2), letter(":"), let second = digits(2),
            hour < 24, minute < 60, second <= 60
        else { return false }
        if letter(".") {
            guard digits(1) != nil else { return false }
            while digits(1) != nil {}
        }
        var offset = 0
        if !letter("Z"), !letter("z") {
            let sign = letter("+") ? 1 : letter("-") ? -1 : 0
            guard sign != 0, let hours = digits(2), letter(":"), let minutes = digits(2), hours < 24, minutes < 60
            else { return false }
            offset = sign * (hours * 60 + minutes)
        }
        let utc = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return second < 60 || utc == 1439
    }

    /// Moves over one letter, when it is next.
    mutating func letter(_ letter: Unicode.Scalar) -> Bool {
        guard let next = rest.first, UInt32(next) == letter.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads exactly so many digits.
    private mutating func digits(_ count: Int) -> Int? {
        guard rest.count >= count else { return nil }
        var number = 0
        for byte in rest.prefix(count) {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        rest.removeFirst(count)
        return number
    }
}
