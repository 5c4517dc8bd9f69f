/// The members of an object, in the order of the text.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    /// The object.
    private let value: JSONValue
    /// The node of the next name.
    private var index: Int
    /// How many members are left.
    private var left: Int

    /// Starts at an object's first member.
    init(value: JSONValue) {
        self.value = value
        index = value.index + 1
        left = value.kind == .object ? value.count : 0
    }

    /// The next member: its name, which is a string, and its value.
    ///
    /// Not inlined: it stands in many loops, and the library has to stay small.
    @inline(never) public mutating func next() -> (name: JSONValue, value: JSONValue)? {
        guard left > 0 else { return nil }
        left -= 1
        let name = JSONValue(document: value.document, index: index)
        let member = JSONValue(document: value.document, index: index + 1)
        index = Int(member.node.next)
        return (name, member)
    }
}
