public import TincayIntake

/// Sections that no desk opens alone: each reader gets a share, and so many shares open them.
public struct Sharing: Equatable, Sendable {
    /// How many shares may be needed.
    static let needs: ClosedRange<Int64> = 2...8

    /// The sections.
    public let sections: Set<SectionName>
    /// How many readers it takes.
    public let need: Int

    /// Describes sections that are opened together.
    public init(sections: Set<SectionName>, need: Int) {
        self.sections = sections
        self.need = need
    }

    /// Reads what a setup or a directory says under `together`; no section may be in it twice.
    @_optimize(size) static func all(_ list: JSONValue?) throws(VaultError) -> [Sharing] {
        guard let list else { return [] }
        guard list.kind == .array, list.count <= SectionName.allCases.count else { throw .invalidInput }
        var all: [Sharing] = []
        for element in list.elements {
            guard element.kind == .object, element.count == 2, let names = element["sections"],
                let need = element["need"]?.integer, needs.contains(need)
            else { throw .invalidInput }
            let sections = try DirectoryDesk.sections(names)
            guard all.allSatisfy({ $0.sections.isDisjoint(with: sections) }) else { throw .invalidInput }
            all.append(Sharing(sections: sections, need: Int(need)))
        }
        return all
    }
}
