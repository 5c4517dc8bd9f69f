/// Reads the UUIDs of RFC 4122.
enum UniqueIdentifier {
    /// Whether a text is 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, of whatever version.
    static func holds(_ text: TextCursor) -> Bool {
        guard text.count == 36 else { return false }
        for place in 0..<36 {
            guard let byte = text[place] else { return false }
            switch place {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard IPAddress.isHexadecimal(byte) else { return false }
            }
        }
        return true
    }
}
