/// Why a text is not a regular expression that can be matched.
enum PatternError: Error, Equatable, Sendable {
    /// It is not written as ECMA-262 has it.
    case syntax
    /// It cannot be matched in time linear in the text.
    case notLinear
    /// It has more steps than there is room for.
    case tooLarge
}
