extension StaticString {
    /// Whether another static string has the same bytes; `String` would compare by canonical equivalence.
    func isSame(as other: StaticString) -> Bool {
        guard utf8CodeUnitCount == other.utf8CodeUnitCount else { return false }
        for place in 0..<utf8CodeUnitCount {
            // SAFETY: both are read inside their own lengths.
            guard unsafe utf8Start[place] == other.utf8Start[place] else { return false }
        }
        return true
    }
}
