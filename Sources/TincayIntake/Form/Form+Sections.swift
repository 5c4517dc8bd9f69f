extension Form {
    /// Puts answers together again from their sections; the order of the members may differ.
    public func join(_ sections: [ReportSection]) -> [UInt8] {
        var writer = JSONWriter()
        var seen: Set<[UInt8]> = []
        writer.beginObject()
        for section in sections {
            guard let document = try? JSONDocument(parsing: section.json, limits: .any) else { continue }
            for member in document.root.members {
                guard let name = member.name.text, seen.insert(name).inserted else { continue }
                writer.name(name)
                writer.raw(member.value.json)
            }
        }
        writer.endObject()
        return writer.bytes
    }

    /// Splits answers by the sections that the form puts them in; what it puts nowhere is facts.
    func sections(_ answers: JSONValue) -> [ReportSection] {
        var sections: [ReportSection] = []
        for section in SectionName.allCases {
            var writer = JSONWriter()
            var isEmpty = true
            writer.beginObject()
            for member in answers.members {
                guard let name = member.name.text, annotations.sections[name] ?? .facts == section else { continue }
                isEmpty = false
                writer.name(name)
                writer.raw(member.value.json)
            }
            writer.endObject()
            if !isEmpty { sections.append(ReportSection(name: section, json: writer.bytes)) }
        }
        return sections
    }

    /// The coded answers for lists and counts; none of answers that are not accepted.
    func facets(_ answers: JSONValue?) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for name in annotations.facets {
            guard let value = answers?.member(name) else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        writer.endObject()
        return writer.bytes
    }
}
