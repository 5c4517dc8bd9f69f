/// Reads the templates of RFC 6570, of all its levels.
enum URITemplate {
    /// Whether a text is literals and expressions in braces.
    @_optimize(size) static func holds(_ text: TextCursor) -> Bool {
        var cursor = text
        while let byte = cursor.next {
            switch byte {
            case UInt8(ascii: "{"): guard expression(&cursor) else { return false }
            case UInt8(ascii: "%"): guard cursor.skipEncoded() else { return false }
            case 0x80...:
                guard let scalar = cursor.scalar(),
                    URICharacters.isInternational(scalar) || URICharacters.isPrivate(scalar)
                else { return false }
            default: guard cursor.skip(while: URICharacters.isLiteral) > 0 else { return false }
            }
        }
        return true
    }

    /// Reads an expression with its braces: an operator, which may also be one kept for later, and variables.
    @_optimize(size) private static func expression(_ cursor: inout TextCursor) -> Bool {
        guard cursor.skip("{"), let first = cursor.next else { return false }
        switch first {
        case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ";"),
            UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "!"),
            UInt8(ascii: "@"), UInt8(ascii: "|"):
            cursor.move(to: cursor.place + 1)
        default: break
        }
        repeat {
            guard variable(&cursor) else { return false }
        } while cursor.skip(",")
        return cursor.skip("}")
    }

    /// Reads a name, whose parts have dots between them, and what of the value is asked for.
    @_optimize(size) private static func variable(_ cursor: inout TextCursor) -> Bool {
        repeat {
            let start = cursor.place
            while cursor.skip(while: isName) > 0 || cursor.skipEncoded() {}
            guard cursor.place > start else { return false }
        } while cursor.skip(".")
        if cursor.skip("*") { return true }
        guard cursor.skip(":") else { return true }
        return cursor.next != UInt8(ascii: "0") && (1...4).contains(cursor.skip(while: URICharacters.isDigit))
    }

    /// Whether a byte may be in a name.
    @_optimize(size) private static func isName(_ byte: UInt8) -> Bool {
        URICharacters.isLetter(byte) || URICharacters.isDigit(byte) || byte == UInt8(ascii: "_")
    }
}
