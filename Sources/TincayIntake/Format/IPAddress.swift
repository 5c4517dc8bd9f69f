/// Reads the addresses of RFC 2673 and RFC 4291.
enum IPAddress {
    /// Whether a text is four decimal numbers.
    static func isVersion4(_ text: TextCursor) -> Bool {
        guard text.count >= 7, text.count <= 15 else { return false }
        var cursor = text
        for part in 0..<4 {
            if part > 0, !cursor.skip(".") { return false }
            guard octet(&cursor) else { return false }
        }
        return cursor.isAtEnd
    }

    /// Whether a text is eight groups of hexadecimal digits, as far as they are not left out or an IPv4 address.
    static func isVersion6(_ text: TextCursor) -> Bool {
        guard text.count >= 2, text.count <= 45 else { return false }
        var cursor = text
        var groups = 0
        var hasGap = false
        if cursor.skip(":") {
            guard cursor.skip(":") else { return false }
            hasGap = true
        }
        while !cursor.isAtEnd {
            let start = cursor.place
            guard (1...4).contains(cursor.skip(while: isHexadecimal)) else { return false }
            groups += 1
            if cursor.next == UInt8(ascii: ".") {
                guard isVersion4(TextCursor(text, start..<text.end)) else { return false }
                groups += 1
                break
            }
            if cursor.isAtEnd { break }
            guard cursor.skip(":") else { return false }
            if cursor.skip(":") {
                guard !hasGap else { return false }
                hasGap = true
            } else if cursor.isAtEnd {
                return false
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }

    /// Reads a number up to 255 without zeros before it, which some systems take for octal.
    private static func octet(_ cursor: inout TextCursor) -> Bool {
        if cursor.skip("0") { return true }
        var value = 0
        for _ in 0..<3 {
            guard let digit = cursor.digits(1) else { break }
            value = value * 10 + digit
        }
        return value >= 1 && value <= 255
    }

    /// Whether a byte is a hexadecimal digit.
    static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
