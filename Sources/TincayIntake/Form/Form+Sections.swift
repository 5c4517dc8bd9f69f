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
        let names = SectionName.allCases
        var writers = names.map { _ in JSONWriter() }
        var isEmpty = [Bool](repeating: true, count: names.count)
        for member in answers.members {
            guard let name = member.name.text else { continue }
            let section = annotations.sections[name] ?? .facts
            guard let place = names.firstIndex(of: section) else { continue }
            if isEmpty[place] { writers[place].beginObject() }
            isEmpty[place] = false
            writers[place].name(name)
            writers[place].raw(member.value.json)
        }
        var sections: [ReportSection] = []
        for place in names.indices where !isEmpty[place] {
            writers[place].endObject()
            sections.append(ReportSection(name: names[place], json: writers[place].bytes))
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
