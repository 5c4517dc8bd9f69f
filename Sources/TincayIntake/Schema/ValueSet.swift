/// A list of values to look one up in, however long the list is.
struct ValueSet: Sendable {
    /// The values in canonical form.
    private var texts = TextPool()
    /// The least and the greatest count of elements or members of a value.
    private let counts: ClosedRange<Int>

    /// Keeps the values of a list.
    init(_ list: some Sequence<JSONValue>) {
        var (least, most) = (Int.max, 0)
        for value in list {
            least = min(least, value.count)
            most = max(most, value.count)
            _ = texts.number(of: CanonicalJSON.bytes(of: value)[...])
        }
        counts = min(least, most)...most
    }

    /// How many different values there are.
    var count: Int { texts.count }

    /// Whether a value is in the list.
    func holds(_ value: JSONValue) -> Bool {
        // What has another size is another value.
        counts.contains(value.count) && texts.holds(CanonicalJSON.bytes(of: value)[...])
    }
}
