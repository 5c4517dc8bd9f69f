/// One step of an expression that is ready to be matched.
enum PatternStep: Sendable {
    /// Reads one character of a class, and goes on.
    case single(UInt16)
    /// Reads one character of several classes, by the row in the table of members, and goes on.
    case one(UInt32)
    /// Goes on behind it, and at another place.
    case split(UInt32)
    /// Goes on elsewhere.
    case jump(UInt32)
    /// Goes on at the start of the text only.
    case start
    /// Goes on at the end of the text only.
    case end
    /// Goes on where a word begins or ends, or only where none does.
    case edge(Bool)
    /// The expression has matched.
    case match
}
