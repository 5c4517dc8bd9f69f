extension StaticString {
    /// Whether both have the same bytes; a comparison as strings would bring all of Unicode's tables along.
    static func == (left: StaticString, right: StaticString) -> Bool {
        guard left.utf8CodeUnitCount == right.utf8CodeUnitCount else { return false }
        for index in 0..<left.utf8CodeUnitCount {
            // SAFETY: the index is below both counts.
            guard unsafe left.utf8Start[index] == right.utf8Start[index] else { return false }
        }
        return true
    }

    /// Lets a static string be the pattern of a switch.
    static func ~= (pattern: StaticString, value: StaticString) -> Bool {
        pattern == value
    }
}
