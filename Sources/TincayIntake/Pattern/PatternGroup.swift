/// What a pair of parentheses does.
enum PatternGroup {
    /// It holds parts together, whether it captures or not.
    case plain
    /// It looks ahead or back without reading.
    case look
}
