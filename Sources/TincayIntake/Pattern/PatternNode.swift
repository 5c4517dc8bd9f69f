/// One part of an expression, which refers to its own parts by their places in the tree.
enum PatternNode: Sendable {
    /// Nothing, which is found everywhere.
    case empty
    /// One character.
    case scalar(UInt32)
    /// One character of a set, by its place among the sets.
    case set(Int)
    /// The start of the text.
    case start
    /// The end of the text.
    case end
    /// A place where a word begins or ends, or one where none does.
    case edge(Bool)
    /// One part after the other.
    case sequence([Int])
    /// One part of several.
    case choice([Int])
    /// A part as often as said; without an upper bound when there is none.
    case repeated(Int, least: Int, most: Int?)
}
