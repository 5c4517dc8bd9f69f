/// The parts that a report is split into, each sealed under a key of its own.
public enum SectionName: UInt8, Sendable, CaseIterable {
    /// What happened, and how urgent it is.
    case facts = 1
    /// Who the child is.
    case identity = 2
    /// How the child or the informant can be reached, and who the informant is.
    case contact = 3
    /// What was said about the person of concern.
    case accused = 4
    /// Where it happened and where the child is.
    case place = 5
    /// What workers wrote.
    case notes = 6

    /// The section's name in JSON.
    public var name: StaticString {
        switch self {
        case .facts: "facts"
        case .identity: "identity"
        case .contact: "contact"
        case .accused: "accused"
        case .place: "place"
        case .notes: "notes"
        }
    }
}
