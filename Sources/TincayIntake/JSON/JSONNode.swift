/// One value or member name of a parsed text: where it stands, and where its neighbour does.
struct JSONNode: BitwiseCopyable, Sendable {
    /// What the value is; a member name is a string.
    let kind: JSONKind
    /// Whether a string holds a backslash and must be unescaped to be read, whether a boolean is true, or whether a
    /// number has a fraction or an exponent.
    let flag: Bool
    /// The first byte of the value; of a string, its quotation mark.
    let start: Int32
    /// The byte behind the value.
    var end: Int32
    /// The index of the node behind this value and all inside it.
    var next: Int32
    /// How many elements or members a container has; of a member name, its hash.
    var extent: Int32

    /// How many elements or members the value has.
    var count: Int { kind == .object || kind == .array ? Int(extent) : 0 }

    /// Where the text of a string begins, behind its quotation mark, and how many bytes it has as it is written.
    @inline(__always) var contentStart: Int { Int(start &+ 1) }
    @inline(__always) var contentCount: Int { Int(end &- start &- 2) }

    /// The hash of a member name.
    var hash: UInt32 { UInt32(bitPattern: extent) }
}
