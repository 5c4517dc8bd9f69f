/// Reads the mailboxes of RFC 5321, and those of RFC 6531 with characters beyond ASCII.
enum EmailScanner {
    /// As many octets as RFC 5321 gives the part before the @.
    private static let longest = 64

    /// Whether a text is a mailbox.
    static func holds(_ text: TextCursor, international: Bool) -> Bool {
        var cursor = text
        let quoted = cursor.next == UInt8(ascii: "\"")
        guard quoted ? string(&cursor, international) : words(&cursor, international),
            cursor.place - text.place <= longest, cursor.skip("@")
        else { return false }
        if cursor.skip("[") { return literal(cursor) }
        return HostName.holds(cursor, international ? .mail : .ascii)
    }

    /// Reads words with dots between them.
    private static func words(_ cursor: inout TextCursor, _ international: Bool) -> Bool {
        repeat {
            guard cursor.skip(while: { isWord($0) || international && $0 >= 0x80 }) > 0 else { return false }
        } while cursor.skip(".")
        return true
    }

    /// Reads what is in quotation marks, where a backslash takes the meaning away from what follows.
    private static func string(_ cursor: inout TextCursor, _ international: Bool) -> Bool {
        guard cursor.skip("\"") else { return false }
        while let byte = cursor.take() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard let next = cursor.take(), (0x20...0x7E).contains(next) else { return false }
            case 0x20...0x7E: break
            default: guard international, byte >= 0x80 else { return false }
            }
        }
        return false
    }

    /// Whether what follows the bracket is an address and the bracket that ends it.
    private static func literal(_ text: TextCursor) -> Bool {
        guard text.count >= 1, text[text.count - 1] == UInt8(ascii: "]") else { return false }
        let address = TextCursor(text, text.place..<text.end - 1)
        var tagged = address
        let isTagged =
            (tagged.skip("I") || tagged.skip("i")) && (tagged.skip("P") || tagged.skip("p"))
            && (tagged.skip("v") || tagged.skip("V")) && tagged.skip("6") && tagged.skip(":")
        return isTagged ? IPAddress.isVersion6(tagged) : IPAddress.isVersion4(address)
    }

    /// Whether a byte may be in a word outside quotation marks.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5E...0x7E: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F: true
        default: false
        }
    }
}
