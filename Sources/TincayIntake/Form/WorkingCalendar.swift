/// Which days nobody has to work, besides Saturdays and Sundays: `x-tincay-calendar`, in the form or given with it.
public struct WorkingCalendar: Sendable {
    /// The most days in a row without work: more of them are a mistake that would make deadlines later than the law's.
    private static let longestRest: Int64 = 31

    /// What the calendar is called, with its version.
    let name: [UInt8]
    /// The days since 1970-01-01 that it knows about.
    private let known: ClosedRange<Int64>
    /// Its holidays.
    private let holidays: Set<Int64>
    /// Saturdays and Sundays on which work is made up for.
    private let workdays: Set<Int64>
    /// Days of which nobody has said yet whether they are worked; they count as days of work.
    private let undecided: Set<Int64>

    /// Reads a calendar; nil when there is none.
    public init?(_ source: JSONValue?) throws(FormError) {
        guard let source else { return nil }
        guard let id = source["id"]?.text, !id.isEmpty, let from = Self.day(source["from"]),
            let until = Self.day(source["until"]), from <= until
        else { throw .refused(.annotation, at: source) }
        name = id + (source["version"]?.text.map { Array("@".utf8) + $0 } ?? [])
        known = from...until
        holidays = try Self.days(source["holidays"])
        workdays = try Self.days(source["workdays"])
        undecided = try Self.days(source["undecided"])
        for day in undecided where holidays.contains(day) || workdays.contains(day) {
            throw .refused(.annotation, at: source)
        }
        for day in holidays where hasTooLongRest(from: day) { throw .refused(.annotation, at: source) }
    }

    /// Whether too many days without work follow this one.
    private func hasTooLongRest(from day: Int64) -> Bool {
        !(0...Self.longestRest).contains { isWorked(day + $0) }
    }

    /// Whether the calendar knows about a day.
    func knows(_ day: Int64) -> Bool { known.contains(day) }

    /// What it has to say about days that were counted, the first of which is not itself counted.
    public func word(from first: Int64, to last: Int64) -> CalendarWord {
        let passed = first < last ? first + 1...last : last...last
        let isOpen = undecided.contains { passed.contains($0) && known.contains($0) && Self.isWeekday($0) }
        return CalendarWord(
            name: knows(first) && knows(last) ? name : nil,
            until: last > known.upperBound ? known.upperBound : nil, isUndecided: isOpen)
    }

    /// Whether a day, which 0 makes a Thursday, is one of work.
    func isWorked(_ day: Int64) -> Bool {
        guard known.contains(day) else { return Self.isWeekday(day) }
        return workdays.contains(day) || Self.isWeekday(day) && !holidays.contains(day)
    }

    /// Whether a day is from Monday to Friday.
    static func isWeekday(_ day: Int64) -> Bool {
        // 1970-01-01 was a Thursday; 0 is a Monday here.
        (day + 3) - CivilDate.floor(day + 3, 7) * 7 < 5
    }

    /// The days of a list, each a text or an object with a `date`.
    private static func days(_ list: JSONValue?) throws(FormError) -> Set<Int64> {
        guard let list else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        var days: Set<Int64> = []
        for element in list.elements {
            guard let day = day(element.kind == .object ? element["date"] : element) else {
                throw .refused(.annotation, at: element)
            }
            days.insert(day)
        }
        return days
    }

    /// A day written in full.
    private static func day(_ value: JSONValue?) -> Int64? {
        guard let value, let interval = DateInterval(value), interval.first == interval.last else { return nil }
        return interval.first
    }
}
