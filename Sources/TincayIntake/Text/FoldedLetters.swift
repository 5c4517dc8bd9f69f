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
        var key: [UInt8] = []
        key.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            let first = text[position]
            var place = UInt32(first)
            position += 1
            if first >= 0x80 {
                let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
                guard length < 3, position + length <= text.count else { return VietnameseText.searchKey(text) }
                place = UInt32(first) & (length == 1 ? 0x1F : 0x0F)
                for _ in 0..<length {
                    place = place << 6 | UInt32(text[position] & 0x3F)
                    position += 1
                }
                if high.contains(place) {
                    place = place - high.lowerBound + low
                } else if place >= low {
                    return VietnameseText.searchKey(text)
                }
            }
            let letter = table[Int(place)]
            guard letter != 0 else { return VietnameseText.searchKey(text) }
            if letter != 0x20 || key.last ?? 0x20 != 0x20 { key.append(letter) }
        }
        if key.last == 0x20 { key.removeLast() }
        return key
    }
}
