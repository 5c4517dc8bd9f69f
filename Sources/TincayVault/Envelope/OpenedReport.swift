/// What a desk's keys opened of a report.
public struct OpenedReport: Equatable, Sendable {
    /// The head and the sections that opened.
    public let report: Report
    /// The sections that did not.
    public let closed: [ClosedSection]
}
