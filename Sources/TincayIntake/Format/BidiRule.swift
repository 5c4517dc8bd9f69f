/// The rule of RFC 5893: once one label is written from right to left, none of the name may be mixed up on a screen.
struct BidiRule {
    /// Whether any label has a character that is written from right to left.
    private var hasRight = false
    /// Whether all labels keep the rule, which matters only then.
    private var isKept = true

    /// Whether the name is fine.
    var holds: Bool { isKept || !hasRight }

    /// Takes in a label of letters, digits and hyphens that starts and ends with a letter or a digit.
    mutating func add(startsWithDigit: Bool) {
        if startsWithDigit { isKept = false }
    }

    /// Takes in a label.
    mutating func add(_ traits: [LabelTraits]) {
        for trait in traits {
            switch trait.direction {
            case .right, .rightArabic, .arabicNumber: hasRight = true
            default: break
            }
        }
        if !Self.keeps(traits) { isKept = false }
    }

    /// Whether a label keeps the rule.
    private static func keeps(_ traits: [LabelTraits]) -> Bool {
        guard let first = traits.first, let last = traits.last(where: { $0.direction != .mark }) else { return false }
        switch first.direction {
        case .left:
            return allows(last.direction, .left, .europeanNumber)
                && !traits.contains { allows($0.direction, .right, .rightArabic) || $0.direction == .arabicNumber }
        case .right, .rightArabic:
            let european = traits.contains { $0.direction == .europeanNumber }
            let arabic = traits.contains { $0.direction == .arabicNumber }
            return last.direction != .neutral && !traits.contains { $0.direction == .left } && !(european && arabic)
        default: return false
        }
    }

    /// Whether a direction is one of two.
    private static func allows(
        _ direction: LabelTraits.Direction, _ one: LabelTraits.Direction, _ other: LabelTraits.Direction
    ) -> Bool {
        direction == one || direction == other
    }
}
