/// A table of records of the same size, whose fields are numbers of seven-bit digits, the highest digit first.
struct DigitTable {
    /// The digits of all records.
    private let digits: StaticString
    /// How many digits a record has.
    private let width: Int
    /// How many records there are.
    let count: Int

    /// Reads a table whose records have so many digits, at least one.
    init(_ digits: StaticString, width: Int) {
        self.digits = digits
        self.width = max(1, width)
        count = digits.utf8CodeUnitCount / self.width
    }

    /// The number that some of a record's digits are; 0 outside of the table.
    func number(_ record: Int, _ place: Int, _ length: Int) -> UInt32 {
        guard record >= 0, record < count, place >= 0, length >= 0, place + length <= width else { return 0 }
        let start = record * width + place
        var number: UInt32 = 0
        for offset in start..<start + length {
            // SAFETY: the record and the place inside it were just checked.
            unsafe number = number << 7 | UInt32(digits.utf8Start[offset])
        }
        return number
    }

    /// The first record for which a question is answered with no, when all before it say yes and all behind it no.
    func first(not holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The last record whose first field is not more than a number; nil when there is none.
    func last(upTo number: UInt32, _ length: Int) -> Int? {
        let next = first { self.number($0, 0, length) <= number }
        return next > 0 ? next - 1 : nil
    }
}
