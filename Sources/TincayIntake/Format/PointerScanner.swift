/// Reads JSON Pointers: RFC 6901, and relative ones.
enum PointerScanner {
    /// Whether a text is empty or names of members with a slash before each.
    static func isPointer(_ text: TextCursor) -> Bool {
        var cursor = text
        guard cursor.isAtEnd || cursor.next == UInt8(ascii: "/") else { return false }
        while let byte = cursor.take() {
            if byte == UInt8(ascii: "~"), !cursor.skip("0"), !cursor.skip("1") { return false }
        }
        return true
    }

    /// Whether a text is how many levels to go up, and then a pointer or the sign that asks for a name.
    static func isRelativePointer(_ text: TextCursor) -> Bool {
        var cursor = text
        if !cursor.skip("0") {
            guard cursor.skip(while: { $0 >= 0x30 && $0 <= 0x39 }) > 0 else { return false }
        }
        if cursor.skip("#") { return cursor.isAtEnd }
        return isPointer(cursor)
    }
}
