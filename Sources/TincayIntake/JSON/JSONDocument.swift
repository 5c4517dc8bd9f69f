/// A JSON text that was parsed: a private copy of its bytes, and the place of every value in them.
public final class JSONDocument: Sendable {
    /// The text, and the margin behind it.
    let bytes: [UInt8]
    /// The same for code that reads it by words; it is there as long as the document.
    let text: PaddedText
    /// Every value in the order of the text; an object's members are a name and a value each.
    let nodes: FixedList<JSONNode>

    /// Parses a text of RFC 8259 that has no byte order mark, no lone surrogate and no duplicate names.
    public convenience init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.size, bytes.count < Int(Int32.max) else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        try self.init(padded: unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe PaddedText.padded($0) }, limits)
    }

    /// Parses a text that is an array of bytes.
    public convenience init(parsing bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.size, bytes.count < Int(Int32.max) else { throw .tooLarge }
        // SAFETY: the buffer is only read inside.
        try self.init(padded: unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText.padded($0) }, limits)
    }

    /// Parses a text that has its margin.
    private convenience init(padded bytes: [UInt8], _ limits: JSONLimits) throws(JSONError) {
        // SAFETY: the array is never changed, so that its bytes stay where they are; the document keeps it.
        let text = unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText($0) }
        var parser = JSONParser(text, depth: limits.depth)
        try parser.parse()
        self.init(bytes: bytes, text: text, nodes: parser.finish())
    }

    /// Keeps a text that needs no parsing, because its nodes are known.
    convenience init(_ bytes: [UInt8], nodes: [JSONNode]) {
        // SAFETY: the buffer is only read inside; the array that is made of it is never changed, and the document keeps it.
        let bytes = unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText.padded($0) }
        let text = unsafe bytes.withUnsafeBufferPointer { unsafe PaddedText($0) }
        self.init(bytes: bytes, text: text, nodes: FixedList(nodes))
    }

    /// Keeps a text that was parsed.
    ///
    /// Apart from the parsing, because a class that throws halfway through its designated initialiser is never freed in
    /// Embedded Swift.
    private init(bytes: [UInt8], text: PaddedText, nodes: FixedList<JSONNode>) {
        self.bytes = bytes
        self.text = text
        self.nodes = nodes
    }

    deinit {
        nodes.free()
    }

    /// The value that the whole text is.
    public var root: JSONValue { JSONValue(document: self, index: 0) }
}
