/// A value inside a parsed text: a cursor that is cheap to copy and keeps its document alive.
public struct JSONValue: Sendable {
    /// The text that the value stands in.
    let document: JSONDocument
    /// Which of the document's nodes it is.
    let index: Int

    /// The node itself.
    var node: JSONNode { document.nodes[index] }

    /// What the value is.
    public var kind: JSONKind { node.kind }

    /// True or false, when it is either.
    public var boolean: Bool? { kind == .boolean ? node.flag : nil }

    /// A whole number that fits, also when it is written as 1.0 or 1e2.
    public var integer: Int64? { kind == .number ? JSONNumber.integer(of: slice) : nil }

    /// A string's characters as UTF-8, without quotation marks and escapes.
    @inline(never) public var text: [UInt8]? {
        guard kind == .string else { return nil }
        let range = Int(node.start) + 1..<Int(node.end) - 1
        return node.flag ? JSONText.unescape(document.text, range) : [UInt8](document.bytes[range])
    }

    /// How many elements or members there are; none in a scalar.
    public var count: Int { node.count }

    /// Where the value stands in its text.
    public var source: Range<Int> { Int(node.start)..<Int(node.end) }

    /// The value as it was written.
    public var json: [UInt8] { [UInt8](slice) }

    /// The value as it was written, without a copy.
    var slice: ArraySlice<UInt8> { document.bytes[source] }

    /// The members of an object in the order of the text; none in anything else.
    public var members: JSONMembers { JSONMembers(value: self) }

    /// The elements of an array; none in anything else.
    public var elements: JSONElements { JSONElements(value: self) }

    /// Whether the value is this string.
    public func isText(_ other: StaticString) -> Bool {
        guard kind == .string else { return false }
        return equals(unescaped: other)
    }

    /// An object's member of this name.
    public subscript(name: StaticString) -> JSONValue? {
        for member in members where member.name.equals(unescaped: name) {
            return member.value
        }
        return nil
    }

    /// An object's member of this name.
    public func member(_ name: [UInt8]) -> JSONValue? {
        for member in members where member.name.equals(unescaped: name) {
            return member.value
        }
        return nil
    }

    /// An array's element, counted from 0.
    public subscript(at position: Int) -> JSONValue? {
        guard position >= 0, position < count else { return nil }
        var left = position
        for element in elements {
            if left == 0 { return element }
            left -= 1
        }
        return nil
    }

    /// Whether a string's characters are these.
    func equals(unescaped other: StaticString) -> Bool {
        // SAFETY: a static string's bytes live as long as the process.
        let bytes = unsafe UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
        guard !node.flag else { return unsafe text?.elementsEqual(bytes) ?? false }
        let range = Int(node.start) + 1..<Int(node.end) - 1
        return unsafe range.count == bytes.count && document.bytes[range].elementsEqual(bytes)
    }

    /// Whether a string's characters are these.
    func equals(unescaped other: [UInt8]) -> Bool {
        guard !node.flag else { return text == other }
        return document.bytes[Int(node.start) + 1..<Int(node.end) - 1].elementsEqual(other)
    }
}
