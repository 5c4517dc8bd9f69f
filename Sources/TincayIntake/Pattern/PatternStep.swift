/// One step of a compiled expression.
enum PatternStep: Sendable {
    /// Reads one character of a set, and goes on.
    case one(PatternSet)
    /// Goes on at both places.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// Goes on at the start of the text only.
    case start
    /// Goes on at the end of the text only.
    case end
    /// Goes on where a word begins or ends, or only where none does.
    case edge(Bool)
    /// The expression has matched.
    case match
}
