extension Form {
    /// The answers by section, in the order of the sections' numbers; only those that have any.
    func split(_ root: JSONValue) -> [ReportSection] {
        var result: [ReportSection] = []
        for section in SectionName.allCases {
            var writer = JSONWriter()
            writer.beginObject()
            var isEmpty = true
            for member in root.members {
                let name = member.name.text ?? []
                guard (sections[name] ?? .facts) == section else { continue }
                isEmpty = false
                writer.name(name)
                writer.raw(member.value.json)
            }
            writer.endObject()
            if !isEmpty { result.append(ReportSection(name: section, json: writer.bytes)) }
        }
        return result
    }

    /// The answers again, from their sections; a section that is no JSON object is left out.
    public func join(_ sections: [ReportSection]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for section in sections {
            guard let document = try? JSONDocument(parsing: section.json, limits: .any) else { continue }
            for member in document.root.members {
                writer.name(member.name.text ?? [])
                writer.raw(member.value.json)
            }
        }
        writer.endObject()
        return writer.bytes
    }
}
