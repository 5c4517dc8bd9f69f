/// How soon somebody must act on a report.
public enum Urgency: Int, Sendable, CaseIterable {
    /// Nothing to act on: an opinion or a question.
    case information = 0
    /// Immediate danger.
    case immediate = 1
    /// Urgent: within the hour.
    case urgent = 2
    /// High: within a day.
    case high = 3
    /// Medium: within three days.
    case medium = 4
    /// Support and advice: within five working days.
    case support = 5
}
