/// Reads the durations of RFC 3339, appendix A.
enum DurationScanner {
    /// Whether a text is a duration.
    ///
    /// The units of a part go from large to small and none is left out between two others: `P1Y2M` but not `P1Y2D`.
    /// Weeks stand alone.
    static func holds(_ text: TextCursor) -> Bool {
        var cursor = text
        guard cursor.skip("P") else { return false }
        var found = false
        if cursor.next != UInt8(ascii: "T") {
            var weeks = cursor
            if unit(&weeks, "W") { return weeks.isAtEnd }
            found = part(&cursor, "Y", "M", "D")
            guard found else { return false }
        }
        if cursor.skip("T") {
            found = part(&cursor, "H", "M", "S")
        }
        return found && cursor.isAtEnd
    }

    /// Reads one part, of which the units that are there follow each other; false when none is.
    private static func part(
        _ cursor: inout TextCursor, _ large: Unicode.Scalar, _ middle: Unicode.Scalar, _ small: Unicode.Scalar
    ) -> Bool {
        let hasLarge = unit(&cursor, large)
        let hasMiddle = unit(&cursor, middle)
        guard hasMiddle || !hasLarge else { return true }
        let hasSmall = unit(&cursor, small)
        return hasMiddle || hasSmall
    }

    /// Reads a number and its unit, when both are next; otherwise nothing.
    private static func unit(_ cursor: inout TextCursor, _ unit: Unicode.Scalar) -> Bool {
        var ahead = cursor
        guard ahead.skip(while: { $0 >= 0x30 && $0 <= 0x39 }) > 0, ahead.skip(unit) else { return false }
        cursor = ahead
        return true
    }
}
