import TincayIntake

/// Where in a report somebody's data are.
struct SubjectField {
    /// The section.
    let section: SectionName
    /// Where in the section's answers.
    let pointer: [UInt8]
    /// The answer as JSON.
    let json: [UInt8]

    /// The fields of a section in which a person is found.
    static func fields(of section: ReportSection, _ query: SubjectQuery) -> [SubjectField] {
        guard let root = (try? JSONDocument(parsing: section.json, limits: .report))?.root else { return [] }
        var fields: [SubjectField] = []
        // Not by recursion: what is left to look at, the last first.
        var left: [(pointer: [UInt8], value: JSONValue)] = [([], root)]
        while let (pointer, value) = left.popLast() {
            switch value.kind {
            case .object:
                for member in value.members {
                    left.append((pointer + JSONPointer.token(member.name.text ?? []), member.value))
                }
            case .array:
                for (place, element) in value.elements.enumerated() {
                    left.append((pointer + JSONPointer.token(Array(place.description.utf8)), element))
                }
            case .string:
                guard let text = value.text, query.isFound(in: text) else { continue }
                fields.append(SubjectField(section: section.name, pointer: pointer, json: value.json))
            default: continue
            }
        }
        return fields.reversed()
    }
}
