public import TincayIntake

/// A desk that a report is sealed to, and which of its sections the desk may read.
public struct Reader: Equatable, Sendable {
    /// The desk.
    public let recipient: Recipient
    /// Which sections it may read, alone or together with others; nil for all.
    public let sections: Set<SectionName>?

    /// Describes a reader.
    public init(recipient: Recipient, sections: Set<SectionName>? = nil) {
        self.recipient = recipient
        self.sections = sections
    }

    /// Whether the desk may read a section, alone or together with others.
    func mayRead(_ section: SectionName) -> Bool {
        sections?.contains(section) ?? true
    }
}
