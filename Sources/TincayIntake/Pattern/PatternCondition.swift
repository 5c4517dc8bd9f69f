/// What a text must look like beside what an expression matches.
struct PatternCondition: Sendable {
    /// What looks at the text.
    let matcher: PatternMatcher
    /// Whether it must not match.
    let isNegated: Bool
}
