/// Reads the UUIDs of RFC 4122.
enum UniqueIdentifier {
    /// Where the hyphens are: a bit for each of the 36 places.
    private static let hyphens: UInt64 = 1 << 8 | 1 << 13 | 1 << 18 | 1 << 23

    /// Whether a text is 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, of whatever version.
    static func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        var isRight = true
        for place in 0..<36 {
            let byte = unsafe text[place]
            let isHyphen = hyphens &>> UInt64(truncatingIfNeeded: place) & 1 != 0
            let isDigit = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
            // Every place is looked at: most texts are right, and then nothing has to be guessed.
            isRight = (isHyphen ? byte == UInt8(ascii: "-") : isDigit) && isRight
        }
        return isRight
    }
}
