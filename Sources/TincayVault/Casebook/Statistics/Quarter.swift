import TincayIntake

/// Three months of a year, numbered so that each is one more than the one before: the finest that is ever published.
enum Quarter {
    /// The years that can be asked for.
    static let years: ClosedRange<Int64> = 1990...2200

    /// The quarter of a moment, by the calendar of Viet Nam.
    static func of(_ moment: Moment) -> Int32 {
        let text = moment.dateText
        guard text.count == 10 else { return 0 }
        func number(_ digits: ArraySlice<UInt8>) -> Int32 { digits.reduce(0) { $0 * 10 + Int32($1 &- 0x30) } }
        return number(text[0..<4]) * 4 + (number(text[5..<7]) - 1) / 3
    }

    /// The quarters of a year, or one of them.
    static func range(year: Int64, quarter: Int64?) -> ClosedRange<Int32>? {
        guard years.contains(year) else { return nil }
        let first = Int32(truncatingIfNeeded: year) * 4
        guard let quarter else { return first...first + 3 }
        guard (1...4).contains(quarter) else { return nil }
        let one = first + Int32(truncatingIfNeeded: quarter) - 1
        return one...one
    }

    /// The day after a quarter, counted from 1970-01-01.
    static func end(_ quarter: Int32) -> Int64 {
        let next = quarter + 1
        var text = [UInt8]("0000-00-01".utf8)
        var year = next / 4
        for place in [3, 2, 1, 0] {
            text[place] = 0x30 + UInt8(truncatingIfNeeded: year % 10)
            year /= 10
        }
        let month = UInt8(truncatingIfNeeded: next % 4 * 3 + 1)
        text[5] = 0x30 + month / 10
        text[6] = 0x30 + month % 10
        return Moment.days(of: text) ?? .max
    }
}
