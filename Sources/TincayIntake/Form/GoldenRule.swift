/// What may stand in the way of an urgent report: only answers that cannot be read or do not belong, never one that is
/// missing or does not yet fit the others.
enum GoldenRule {
    /// A finding about an urgent report.
    static func soften(_ finding: Finding) -> Finding {
        guard finding.severity == .error, isAboutCompleteness(finding.code) else { return finding }
        var softened = finding
        softened.severity = .warning
        return softened
    }

    /// Whether a code tells of something missing, or of answers that do not fit one another.
    private static func isAboutCompleteness(_ code: FindingCode) -> Bool {
        switch code {
        case .required, .dependentRequired, .minLength, .minItems, .minProperties, .contains, .minContains: true
        case .maxItems, .uniqueItems, .not, .compare: true
        default: false
        }
    }
}
