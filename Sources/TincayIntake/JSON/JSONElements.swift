/// The elements of an array, in the order of the text.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    /// The array.
    private let value: JSONValue
    /// The node of the next element.
    private var index: Int
    /// How many elements are left.
    private var left: Int

    /// Starts at an array's first element.
    init(value: JSONValue) {
        self.value = value
        index = value.index + 1
        left = value.kind == .array ? value.count : 0
    }

    /// The next element.
    ///
    /// Not inlined: it stands in many loops, and the library has to stay small.
    @inline(never) public mutating func next() -> JSONValue? {
        guard left > 0 else { return nil }
        left -= 1
        let element = JSONValue(document: value.document, index: index)
        index = Int(element.node.next)
        return element
    }
}
