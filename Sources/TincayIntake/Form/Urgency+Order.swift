extension Urgency {
    /// The urgency in JSON.
    public var name: StaticString {
        switch self {
        case .information: "U0"
        case .immediate: "U1"
        case .urgent: "U2"
        case .high: "U3"
        case .medium: "U4"
        case .support: "U5"
        }
    }

    /// The urgency that a JSON string names; nil when it names none.
    public init?(_ name: JSONValue) {
        guard let named = Self.allCases.first(where: { name.isText($0.name) }) else { return nil }
        self = named
    }

    /// The place among the urgencies, the most urgent first; information comes last.
    public var rank: Int { self == .information ? 6 : rawValue }

    /// Whether a report this urgent may only be held up by answers that cannot be read.
    var isGolden: Bool { rank <= Urgency.urgent.rank }
}
