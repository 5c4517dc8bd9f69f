import TincayIntake

extension Urgency {
    /// The code in JSON.
    var code: StaticString {
        switch self {
        case .information: "U0"
        case .immediate: "U1"
        case .urgent: "U2"
        case .high: "U3"
        case .medium: "U4"
        case .support: "U5"
        }
    }

    /// The place in a list that begins with the most urgent: U1 to U5, then U0.
    var place: Int { self == .information ? 6 : rawValue }

    /// The urgency that a JSON string names.
    static func named(_ value: JSONValue?) -> Urgency? {
        guard let value else { return nil }
        return allCases.first { value.isText($0.code) }
    }

    /// The more urgent of two that may not be known.
    static func moreUrgent(_ first: Urgency?, _ second: Urgency?) -> Urgency? {
        guard let first, let second else { return first ?? second }
        return first.place <= second.place ? first : second
    }
}
