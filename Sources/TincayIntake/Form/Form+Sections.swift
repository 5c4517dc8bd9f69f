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

    /// The coded answers for lists and counts, and the age band on a day; none of answers that are not accepted.
    func facets(_ answers: JSONValue?, on day: CivilDate) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for facet in annotations.facets {
            guard let value = answers?.member(facet.name) else { continue }
            // A place that somebody put into words is no code.
            if let unit = facet.unit, value.text.flatMap({ unit.key($0) }) == nil { continue }
            writer.name(facet.name)
            writer.raw(value.json)
        }
        if let answers, let band = triage.derivation.ageBand(answers, on: day) {
            writer.name(AgeBands.facet)
            writer.text(band)
        }
        writer.endObject()
        return writer.bytes
    }
}
