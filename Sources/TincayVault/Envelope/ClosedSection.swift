public import TincayIntake

/// A section of a report that a desk, or the person at it, cannot open, and what would open it.
public struct ClosedSection: Equatable, Sendable {
    /// The section.
    public let name: SectionName
    /// How many shares open it; 1 when it is not for this desk.
    public let need: Int
    /// How many shares this desk has.
    public let have: Int
    /// Whether it is closed because the person was not given the desk's key to such sections.
    public let isWithheld: Bool

    /// Describes a closed section.
    init(name: SectionName, need: Int, have: Int, isWithheld: Bool = false) {
        self.name = name
        self.need = need
        self.have = have
        self.isWithheld = isWithheld
    }

    /// What is in the way, in JSON.
    var reason: StaticString {
        if isWithheld { return "person" }
        return need > 1 ? "shares" : "desk"
    }
}
