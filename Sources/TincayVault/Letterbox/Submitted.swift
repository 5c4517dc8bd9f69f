public import TincayIntake

/// What came of dropping a report: what the form said, and what else stood in the way.
public struct Submitted: Sendable {
    /// What the form said; it comes with every outcome, because it holds the numbers to show.
    public let checked: Checked
    /// Why nothing was kept although the form accepted the answers; nil otherwise.
    public let obstacle: VaultError?
}
