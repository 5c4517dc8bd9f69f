/// The answers of a report that belong together and are sealed together.
public struct ReportSection: Equatable, Sendable {
    /// Which part of the report it is.
    public let name: SectionName
    /// A JSON object of the top-level answers in it.
    public let json: [UInt8]

    /// Puts answers under a section's name.
    public init(name: SectionName, json: [UInt8]) {
        self.name = name
        self.json = json
    }
}
