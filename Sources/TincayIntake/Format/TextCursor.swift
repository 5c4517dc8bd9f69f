/// Reads a text from its start to its end, and never past it.
@safe struct TextCursor {
    /// The text; who makes a cursor keeps the bytes where they are as long as the cursor is used.
    private let text: UnsafeBufferPointer<UInt8>
    /// Where the next byte is.
    private(set) var place: Int
    /// Where reading stops.
    let end: Int

    /// Starts at the first byte.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        unsafe self.text = unsafe text
        place = 0
        end = text.count
    }

    /// Reads a part of another cursor's text; what lies outside that text is left out.
    init(_ whole: TextCursor, _ part: Range<Int>) {
        unsafe text = unsafe whole.text
        end = min(part.upperBound, whole.end)
        place = max(0, min(part.lowerBound, end))
    }

    /// How many bytes are left.
    var count: Int { end - place }

    /// Whether everything was read.
    var isAtEnd: Bool { place >= end }

    /// The byte that is next, left where it is.
    var next: UInt8? { self[0] }

    /// A byte ahead, counted from the next one.
    subscript(ahead: Int) -> UInt8? {
        guard ahead >= 0, ahead < end - place else { return nil }
        // SAFETY: both initialisers keep `end` inside the text and `place` from being negative.
        return unsafe text[place + ahead]
    }

    /// Reads one byte.
    mutating func take() -> UInt8? {
        guard let byte = next else { return nil }
        place += 1
        return byte
    }

    /// Moves over one ASCII character, when it is next.
    mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == letter.value else { return false }
        place += 1
        return true
    }

    /// Moves over the bytes that fit, and says how many those were.
    @inline(__always) mutating func skip(while fits: (UInt8) -> Bool) -> Int {
        let start = place
        while let byte = next, fits(byte) { place += 1 }
        return place - start
    }

    /// Moves to a place further on, and at most to the end.
    mutating func move(to target: Int) {
        place = max(place, min(target, end))
    }

    /// Reads exactly so many decimal digits.
    mutating func digits(_ count: Int) -> Int? {
        var number = 0
        for ahead in 0..<count {
            guard let byte = self[ahead], byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        place += count
        return number
    }

    /// Reads one character of UTF-8; nil at the end and where the text is none.
    mutating func scalar() -> UInt32? {
        guard let first = take() else { return nil }
        guard first >= 0x80 else { return UInt32(first) }
        let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
        guard length > 0, first < 0xF8 else { return nil }
        var scalar = UInt32(first & (0x3F >> UInt8(length)))
        for _ in 0..<length {
            guard let byte = take(), byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return scalar
    }
}
