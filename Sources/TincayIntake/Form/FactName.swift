/// The name of a derived fact, ready to be written down.
struct FactName: Sendable {
    /// The name as JSON, with its quotation marks.
    let quoted: [UInt8]
    /// Whether there are escapes in it.
    let isEscaped: Bool
    /// The hash that texts are searched by.
    let hash: UInt32

    /// Prepares a name.
    init(_ name: [UInt8]) {
        var writer = JSONWriter()
        writer.text(name)
        quoted = writer.bytes
        isEscaped = quoted.contains(UInt8(ascii: "\\"))
        hash = JSONNameHash.hash(name, seed: JSONNameHash.seed)
    }

    /// Prepares a name that every form knows.
    init(_ name: StaticString) {
        self.init(name.bytes)
    }
}
