public import TincayIntake

/// A section of a report that a desk cannot open, and what would open it.
public struct ClosedSection: Equatable, Sendable {
    /// The section.
    public let name: SectionName
    /// How many shares open it; 1 when it is not for this desk.
    public let need: Int
    /// How many shares this desk has.
    public let have: Int
}
