/// A list of values to look one up in, however long the list is.
struct ValueSet: Sendable {
    /// The values in canonical form.
    private let values: Set<[UInt8]>

    /// Keeps the values of a list.
    init(_ list: some Sequence<JSONValue>) {
        values = Set(list.map { CanonicalJSON.bytes(of: $0) })
    }

    /// How many different values there are.
    var count: Int { values.count }

    /// Whether a value is in the list.
    func holds(_ value: JSONValue) -> Bool {
        values.contains(CanonicalJSON.bytes(of: value))
    }
}
