/// Search keys of text in everyday letters, looked up letter by letter.
///
/// It is what VietnameseText makes of the same text, many times faster; text with anything unusual is left to that.
enum FoldedLetters {
    /// The first scalar values that have a place in the table, and those of the Vietnamese letters with two marks.
    private static let low: UInt32 = 0x250
    private static let high: Range<UInt32> = 0x1E00..<0x1F00

    /// What each letter becomes; 0 where more has to be looked at.
    private static let table: [UInt8] = (0..<low + UInt32(high.count)).map { place in
        let scalar = place < low ? place : high.lowerBound + place - low
        if scalar == 0x20 || scalar == 0x0A || scalar == 0x0D || scalar == 0x09 { return 0x20 }
        guard scalar > 0x20 else { return 0 }
        var letter: [UInt8] = []
        ScalarText.append(scalar, to: &letter)
        let key = VietnameseText.searchKey(letter)
        return key.count == 1 ? key[0] : 0
    }

    /// The search key of a text.
    static func searchKey(_ text: [UInt8]) -> [UInt8] {
        let table = table
        var isEveryday = true
        // SAFETY: the buffers are only used inside, and a key has no more bytes than its text.
        let key = unsafe [UInt8](unsafeUninitializedCapacity: text.count) { key, count in
            unsafe table.withUnsafeBufferPointer { table in
                unsafe text.withUnsafeBufferPointer { text in
                    isEveryday = unsafe fold(text, table, key, &count)
                }
            }
        }
        return isEveryday ? key : VietnameseText.searchKey(text)
    }

    /// Writes the key of a text; false when more has to be looked at than single letters.
    private static func fold(
        _ text: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ key: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) -> Bool {
        var position = 0
        var isAfterSpace = true
        while position < text.count {
            // SAFETY: the position is inside the text, and so are those of the bytes that continue a character.
            let first = unsafe text[position]
            var place = UInt32(first)
            position += 1
            if first >= 0x80 {
                let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
                guard length < 3, position + length <= text.count else { return false }
                place = UInt32(first) & (length == 1 ? 0x1F : 0x0F)
                for _ in 0..<length {
                    unsafe place = place << 6 | UInt32(text[position] & 0x3F)
                    position += 1
                }
                if high.contains(place) {
                    place = place - high.lowerBound + low
                } else if place >= low {
                    return false
                }
            }
            // SAFETY: the place is below the size of the table; the key is shorter than what was read of the text.
            let letter = unsafe table[Int(place)]
            guard letter != 0 else { return false }
            if letter == 0x20, isAfterSpace { continue }
            isAfterSpace = letter == 0x20
            unsafe key[count] = letter
            count += 1
        }
        if count > 0, isAfterSpace { count -= 1 }
        return true
    }
}
