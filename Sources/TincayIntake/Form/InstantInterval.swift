/// The moments that a date with a time of day can mean, to the thousandth of a second.
///
/// A time that is told to the second is anywhere in that second. Without an offset it is told by the clocks of Viet Nam.
struct InstantInterval: Equatable, Sendable {
    /// A day in milliseconds.
    private static let day: Int64 = 86_400_000
    /// Milliseconds that the clocks of Viet Nam are ahead of UTC.
    private static let offset: Int64 = 7 * 3_600_000

    /// The milliseconds since 1970-01-01T00:00:00Z.
    let range: ClosedRange<Int64>

    /// Takes one moment, or the nearest one that can be written.
    init(_ moment: Moment) {
        let milliseconds = moment.adding(milliseconds: 0).milliseconds
        range = milliseconds...milliseconds
    }

    /// Keeps what was worked out.
    private init(_ range: ClosedRange<Int64>) {
        self.range = range
    }

    /// Reads a text such as "2026-11-24T09:30:00+07:00"; nil when it is none.
    init?(_ value: JSONValue) {
        guard let text = value.text, text.count > 10, text.count <= 64, text[10] | 0x20 == UInt8(ascii: "t"),
            let date = DateInterval(text[..<10]), date.first == date.last
        else { return nil }
        var cursor = text[11...]
        guard let hour = Self.number(&cursor), hour < 24, Self.skip(":", &cursor), let minute = Self.number(&cursor),
            minute < 60
        else { return nil }
        var first = date.first * Self.day + hour * 3_600_000 + minute * 60_000
        var length: Int64 = 60_000
        if Self.skip(":", &cursor) {
            guard let second = Self.number(&cursor), second <= 60 else { return nil }
            first += second * 1_000
            length = 1_000
            if Self.skip(".", &cursor) {
                guard let fraction = Self.fraction(&cursor) else { return nil }
                first += fraction
                length = 1
            }
        }
        guard let offset = Self.offset(&cursor), cursor.isEmpty else { return nil }
        first -= offset
        range = first...first + length - 1
    }

    /// The day in Viet Nam, in days since 1970-01-01.
    var localDay: Int64 { CivilDate.floor(range.lowerBound + Self.offset, Self.day) }

    /// The same times of day so much later.
    func adding(_ span: CalendarSpan) -> InstantInterval {
        let milliseconds = (span.day(after: localDay) - localDay) * Self.day
        return InstantInterval(range.lowerBound + milliseconds...range.upperBound + milliseconds)
    }

    /// How far a clock is ahead of UTC; Viet Nam's when nothing says so.
    private static func offset(_ cursor: inout ArraySlice<UInt8>) -> Int64? {
        guard let sign = cursor.popFirst() else { return offset }
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(&cursor), hours < 24,
            skip(":", &cursor), let minutes = number(&cursor), minutes < 60
        else { return nil }
        let ahead = hours * 3_600_000 + minutes * 60_000
        return sign == UInt8(ascii: "-") ? -ahead : ahead
    }

    /// Two digits.
    private static func number(_ cursor: inout ArraySlice<UInt8>) -> Int64? {
        guard let tens = cursor.popFirst(), let ones = cursor.popFirst(), (0x30...0x39).contains(tens),
            (0x30...0x39).contains(ones)
        else { return nil }
        return Int64(tens & 0x0F) * 10 + Int64(ones & 0x0F)
    }

    /// The thousandths of a second that some digits tell.
    private static func fraction(_ cursor: inout ArraySlice<UInt8>) -> Int64? {
        var thousandths: Int64 = 0
        var value: Int64 = 100
        var count = 0
        while let digit = cursor.first, (0x30...0x39).contains(digit) {
            thousandths += Int64(digit & 0x0F) * value
            value /= 10
            count += 1
            cursor = cursor.dropFirst()
        }
        return count > 0 ? thousandths : nil
    }

    /// Whether this character was next; if so, it is behind now.
    private static func skip(_ character: Unicode.Scalar, _ cursor: inout ArraySlice<UInt8>) -> Bool {
        guard let next = cursor.first, UInt32(next) == character.value else { return false }
        cursor = cursor.dropFirst()
        return true
    }
}
