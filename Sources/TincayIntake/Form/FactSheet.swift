/// Answers with facts beside them, under one key, as rules see them: one text, put together without parsing it again.
///
/// The answers keep their nodes and the places of these, so that a fact more costs no more than itself.
struct FactSheet {
    /// The text so far, or all of it.
    private var bytes: [UInt8]
    /// The nodes of the text.
    private var nodes: [JSONNode]
    /// The node of the object that holds the facts.
    private let facts: Int
    /// How many facts there are.
    private var count: Int32 = 0
    /// Whether the two objects were closed.
    private var isClosed = false

    /// Begins with answers that are an object, and all of their text, in which nothing has the name of the key.
    init(_ answers: JSONValue, key: FactName, room: Int) {
        let document = answers.document
        let root = answers.node
        bytes = []
        bytes.reserveCapacity(document.bytes.count + key.quoted.count + room * 32)
        bytes += document.bytes[..<(Int(root.end) - 1)]
        nodes = []
        nodes.reserveCapacity(document.nodes.count + 2 + 2 * room)
        // SAFETY: the nodes are copied while the document is there.
        unsafe nodes.append(contentsOf: document.nodes.buffer)
        if root.count > 0 { bytes.append(UInt8(ascii: ",")) }
        facts = nodes.count + 1
        nodes[0].extent += 1
        append(key)
        append(.object, from: bytes.count)
        bytes.append(UInt8(ascii: "{"))
    }

    /// Notes a fact that is a whole number.
    mutating func note(_ name: FactName, _ number: Int64) {
        begin(name)
        let start = bytes.count
        JSONNumber.append(number, to: &bytes)
        append(.number, from: start)
    }

    /// Notes a fact that holds or not.
    mutating func note(_ name: FactName, _ holds: Bool) {
        begin(name)
        let start = bytes.count
        if holds { bytes += "true".utf8 } else { bytes += "false".utf8 }
        append(.boolean, flag: holds, from: start)
    }

    /// Notes a fact that is a word without anything to escape.
    mutating func note(_ name: FactName, word: StaticString) {
        begin(name)
        let start = bytes.count
        bytes.append(UInt8(ascii: "\""))
        bytes += word.bytes
        bytes.append(UInt8(ascii: "\""))
        append(.string, from: start)
    }

    /// The answers with the facts that were noted so far.
    mutating func sheet() -> JSONValue {
        if !isClosed {
            bytes.append(UInt8(ascii: "}"))
            close(facts)
            bytes.append(UInt8(ascii: "}"))
            close(0)
            nodes[facts].extent = count
            isClosed = true
        }
        return JSONDocument(bytes, nodes: nodes).root
    }

    /// Begins a fact.
    private mutating func begin(_ name: FactName) {
        if isClosed { bytes.removeLast(2) }
        isClosed = false
        if count > 0 { bytes.append(UInt8(ascii: ",")) }
        count += 1
        append(name)
    }

    /// Writes a name and the colon behind it.
    private mutating func append(_ name: FactName) {
        let start = bytes.count
        bytes += name.quoted
        append(.string, flag: name.isEscaped, from: start)
        nodes[nodes.count - 1].extent = Int32(bitPattern: name.hash)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Notes the node of a value that ends here.
    private mutating func append(_ kind: JSONKind, flag: Bool = false, from start: Int) {
        nodes.append(
            JSONNode(
                kind: kind, flag: flag, start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: bytes.count), next: Int32(truncatingIfNeeded: nodes.count + 1), extent: 0
            ))
    }

    /// Notes that an object ends here.
    private mutating func close(_ node: Int) {
        nodes[node].end = Int32(truncatingIfNeeded: bytes.count)
        nodes[node].next = Int32(truncatingIfNeeded: nodes.count)
    }
}
