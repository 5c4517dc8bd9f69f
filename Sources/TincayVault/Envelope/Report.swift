public import TincayIntake

/// A report in clear, for the time of a call.
public struct Report: Equatable, Sendable {
    /// What is told about the report before its answers are opened: a JSON object.
    public let head: [UInt8]
    /// The answers.
    public let sections: [ReportSection]
    /// The hash of the form that accepted them.
    public let formHash: [UInt8]

    /// Puts a report together.
    public init(head: [UInt8], sections: [ReportSection], formHash: [UInt8]) {
        self.head = head
        self.sections = sections
        self.formHash = formHash
    }
}
