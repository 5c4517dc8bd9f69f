/// What a form makes of answers.
public struct Checked: Sendable {
    /// Whether nothing stands in the way.
    public let accepted: Bool
    /// The most urgent of the rules that fired; nil when none did.
    public let urgency: Urgency?
    /// The soonest deadline.
    public let due: Moment?
    /// The profile that the answers name, when the form has it; otherwise empty.
    public let profile: [UInt8]
    /// All of it as a JSON object, which never holds an answer but the profile.
    public let result: [UInt8]
    /// What triage said, as a JSON object: a part of the result, to be kept with the report.
    public let triage: [UInt8]
    /// A JSON object of the coded answers that the form marks for lists and counts.
    public let facets: [UInt8]
    /// The answers, split; empty when they are not accepted, unless they are kept unfinished.
    public let sections: [ReportSection]
    /// The codes of the destinations that routes have taken away for good.
    public let removed: [[UInt8]]
    /// The codes of the destinations that routes have added, those for when nobody else was left among them.
    public let added: [[UInt8]]

    /// Whether somebody has to act within the hour; such a report is never made to wait.
    public var isUrgent: Bool { urgency?.isGolden ?? false }

    /// Puts a verdict together.
    public init(
        accepted: Bool, urgency: Urgency?, due: Moment?, profile: [UInt8], result: [UInt8], triage: [UInt8],
        facets: [UInt8], sections: [ReportSection], removed: [[UInt8]] = [], added: [[UInt8]] = []
    ) {
        self.accepted = accepted
        self.urgency = urgency
        self.due = due
        self.profile = profile
        self.result = result
        self.triage = triage
        self.facets = facets
        self.sections = sections
        self.removed = removed
        self.added = added
    }
}
