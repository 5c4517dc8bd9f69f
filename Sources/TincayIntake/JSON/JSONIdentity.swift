/// What tells a value from every other, also from those of other texts that are in memory at the same time.
struct JSONIdentity: Hashable, Sendable {
    /// The text.
    private let document: ObjectIdentifier
    /// The value's node.
    private let index: Int

    /// Names a value.
    init(_ value: JSONValue) {
        document = ObjectIdentifier(value.document)
        index = value.index
    }
}

extension JSONValue {
    /// What tells the value from every other.
    var identity: JSONIdentity { JSONIdentity(self) }
}
