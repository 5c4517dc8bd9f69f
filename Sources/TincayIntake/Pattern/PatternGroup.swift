/// What a pair of parentheses does.
enum PatternGroup {
    /// It holds parts together, whether it captures or not.
    case plain
    /// It looks at what follows without reading it, and may want it not to be there.
    case ahead(isNegated: Bool)
    /// It looks at what is before.
    case behind
}
