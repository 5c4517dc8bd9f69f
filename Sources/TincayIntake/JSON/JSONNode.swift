/// One value or member name of a parsed text: where it stands, and where its neighbour does.
struct JSONNode: Sendable {
    /// What the value is; a member name is a string.
    let kind: JSONKind
    /// Whether a string holds a backslash and must be unescaped to be read, or whether a boolean is true.
    let flag: Bool
    /// The first byte of the value; of a string, its quotation mark.
    let start: Int32
    /// The byte behind the value.
    var end: Int32
    /// The index of the node behind this value and all inside it.
    var next: Int32
    /// How many elements or members the value has.
    var count: Int32
}
