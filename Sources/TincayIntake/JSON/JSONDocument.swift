/// A JSON text that was parsed: a private copy of its bytes, and the place of every value in them.
public final class JSONDocument: Sendable {
    /// The text.
    let bytes: [UInt8]
    /// Every value in the order of the text; an object's members are a name and a value each.
    let nodes: FixedList<JSONNode>

    /// Parses a text of RFC 8259 that has no byte order mark, no lone surrogate and no duplicate names.
    public convenience init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.size else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        try self.init(parsing: unsafe [UInt8](bytes), limits: limits)
    }

    /// Parses a text that is already an array of bytes.
    public convenience init(parsing bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.size, bytes.count < Int(Int32.max) else { throw .tooLarge }
        var parser = JSONParser(textSize: bytes.count, depth: limits.depth)
        // SAFETY: the parser reads inside the span it is lent, and keeps nothing of it.
        let outcome: JSONError? = unsafe bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONError) {
                unsafe try parser.parse(buffer)
                return nil
            } catch {
                return error
            }
        }
        if let outcome { throw outcome }
        self.init(bytes: bytes, nodes: parser.nodes.fixed())
    }

    /// Keeps a text that was parsed.
    ///
    /// Apart from the parsing, because a class that throws halfway through its designated initialiser is never freed in
    /// Embedded Swift.
    init(bytes: [UInt8], nodes: FixedList<JSONNode>) {
        self.bytes = bytes
        self.nodes = nodes
    }

    deinit {
        nodes.free()
    }

    /// The value that the whole text is.
    public var root: JSONValue { JSONValue(document: self, index: 0) }
}
