import TincayCrypto

/// A report out of a bundle, opened and not filed yet.
final class NewReport {
    /// The report's key, and its body as it was sealed.
    let opened: OpenedEnvelope
    /// The report in clear.
    let report: Report
    /// The hash by which the body is known again.
    let hash: [UInt8]

    /// Joins what was found out about a report.
    init(_ opened: consuming OpenedEnvelope, _ report: Report, _ hash: [UInt8]) {
        self.opened = opened
        self.report = report
        self.hash = hash
    }
}
