import TincayIntake

/// One of the two parts in which a desk keeps the keys of a report: not everybody who reads facts reads who the child is.
enum ReportPart: CaseIterable {
    /// Opens the index, the head, what people write about the report, and every section but those of `identity`.
    case facts
    /// Opens who the child is, and how the child or the informant can be reached.
    case identity

    /// The part that a section belongs to.
    init(of section: SectionName) {
        switch section {
        case .identity, .contact: self = .identity
        case .facts, .accused, .place, .notes: self = .facts
        }
    }

    /// The numbers of the report's subkeys that the part holds, in the order in which they are kept.
    var subkeys: [UInt64] {
        switch self {
        case .facts: Self.factsSubkeys
        case .identity: Self.identitySubkeys
        }
    }

    /// Those of the index, the head and the words, then of facts, accused, place and notes.
    private static let factsSubkeys = [
        ReportKeys.index, ReportKeys.head, ReportKeys.wordsNumber, number(of: .facts), number(of: .accused),
        number(of: .place), number(of: .notes),
    ]
    /// Those of identity and contact.
    private static let identitySubkeys = [number(of: .identity), number(of: .contact)]

    /// The number of the subkey that seals a section, in a report that its key opens whole.
    static func number(of section: SectionName) -> UInt64 { UInt64(section.rawValue) + 1 }
}
