/// A day as one number, in which later days are larger.
enum UnitDay {
    /// The day of a text such as 2025-07-01; nil of anything else.
    static func number(_ text: [UInt8]) -> UInt32? {
        // SAFETY: the pointer is used inside the closure only.
        guard unsafe text.withUnsafeBufferPointer({ unsafe DateScanner.isDate(TextCursor($0)) }) else { return nil }
        var number: UInt32 = 0
        for byte in text where byte != UInt8(ascii: "-") {
            guard (0x30...0x39).contains(byte), number < 100_000_000 else { return nil }
            number = number * 10 + UInt32(byte & 15)
        }
        return number
    }

    /// The number of a day.
    static func number(_ day: CivilDate) -> UInt32 {
        guard (0...9999).contains(day.year), (0...99).contains(day.month), (0...99).contains(day.day) else { return 0 }
        return UInt32(day.year * 10_000 + day.month * 100 + day.day)
    }
}
