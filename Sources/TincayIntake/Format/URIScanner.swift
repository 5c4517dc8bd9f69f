/// Reads the references of RFC 3986, and those of RFC 3987 with characters beyond ASCII.
struct URIScanner {
    /// What is left to read.
    private var cursor: TextCursor
    /// Whether characters beyond ASCII are taken.
    private let international: Bool

    /// Whether a text is a reference: one with a scheme, or any when relative ones are taken too.
    @_optimize(size) static func holds(_ text: TextCursor, relative: Bool, international: Bool) -> Bool {
        var scanner = URIScanner(cursor: text, international: international)
        let hasScheme = scanner.scheme()
        guard hasScheme || relative, scanner.hierarchy(hasScheme: hasScheme) else { return false }
        if scanner.cursor.skip("?") { scanner.run(URICharacters.isQuery, alsoPrivate: true) }
        if scanner.cursor.skip("#") { scanner.run(URICharacters.isQuery) }
        return scanner.cursor.isAtEnd
    }

    /// Reads a scheme and its colon, when that is how the text starts; otherwise nothing.
    @_optimize(size) private mutating func scheme() -> Bool {
        var ahead = cursor
        guard let first = ahead.take(), URICharacters.isLetter(first) else { return false }
        _ = ahead.skip(while: URICharacters.isScheme)
        guard ahead.skip(":") else { return false }
        cursor = ahead
        return true
    }

    /// Reads an authority, when there is one, and a path.
    @_optimize(size) private mutating func hierarchy(hasScheme: Bool) -> Bool {
        if cursor[0] == UInt8(ascii: "/"), cursor[1] == UInt8(ascii: "/") {
            cursor.move(to: cursor.place + 2)
            guard authority() else { return false }
            guard let next = cursor.next else { return true }
            switch next {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break
            default: return false
            }
        } else if !hasScheme {
            // What comes before a colon would be a scheme, so the first segment of a relative path has none.
            run(URICharacters.isFirstSegment)
            if cursor.next == UInt8(ascii: ":") { return false }
        }
        run(URICharacters.isPath)
        return true
    }

    /// Reads who and where: user information, a host and a port.
    @_optimize(size) private mutating func authority() -> Bool {
        let start = cursor
        run(URICharacters.isUser)
        if !cursor.skip("@") { cursor = start }
        if cursor.skip("[") {
            guard literal() else { return false }
        } else {
            run(URICharacters.isName)
        }
        if cursor.skip(":") { _ = cursor.skip(while: URICharacters.isDigit) }
        return true
    }

    /// Reads an address up to its bracket: IPv6, or one of a version to come.
    @_optimize(size) private mutating func literal() -> Bool {
        if cursor.skip("v") || cursor.skip("V") {
            guard cursor.skip(while: IPAddress.isHexadecimal) > 0, cursor.skip(".") else { return false }
            return cursor.skip(while: URICharacters.isUser) > 0 && cursor.skip("]")
        }
        let start = cursor
        _ = cursor.skip { IPAddress.isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        return IPAddress.isVersion6(TextCursor(start, start.place..<cursor.place)) && cursor.skip("]")
    }

    /// Moves over the characters that fit, percent-encoded ones among them.
    @inline(__always) private mutating func run(_ fits: (UInt8) -> Bool, alsoPrivate: Bool = false) {
        while true {
            _ = cursor.skip(while: fits)
            guard let byte = cursor.next else { return }
            if byte == UInt8(ascii: "%") {
                guard cursor.skipEncoded() else { return }
            } else {
                guard international, byte >= 0x80 else { return }
                var ahead = cursor
                guard let scalar = ahead.scalar(),
                    URICharacters.isInternational(scalar) || alsoPrivate && URICharacters.isPrivate(scalar)
                else { return }
                cursor = ahead
            }
        }
    }
}
