import TincayIntake

extension Urgency {
    /// The urgency that a JSON string names.
    static func named(_ value: JSONValue?) -> Urgency? {
        value.flatMap { Urgency($0) }
    }

    /// The more urgent of two that may not be known.
    static func moreUrgent(_ first: Urgency?, _ second: Urgency?) -> Urgency? {
        guard let first, let second else { return first ?? second }
        return first.rank <= second.rank ? first : second
    }
}
