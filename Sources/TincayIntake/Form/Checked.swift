/// What a form says of answers.
public struct Checked: Sendable {
    /// Whether nothing stands in the way of keeping them.
    public let accepted: Bool
    /// How urgent they are; nil when no rule fired.
    public let urgency: Urgency?
    /// The soonest deadline.
    public let due: Moment?
    /// Which profile answered; empty when the answers name none.
    public let profile: [UInt8]
    /// All of it as JSON, for the host.
    public let result: [UInt8]
    /// The part of the result that is kept with the report: urgency, due, rules, deadlines, destinations.
    public let triage: [UInt8]
    /// The coded answers that the form marks for lists and counts, as a JSON object.
    public let facets: [UInt8]
    /// The answers by section; none when they are not accepted.
    public let sections: [ReportSection]
}
