import TincayIntake

/// What the addressee of a referral is told about the report before its sections: nothing that sections tell which do not
/// go along.
enum ReferralHead {
    /// Members that tell nothing of the answers.
    private static let plain: [StaticString] = [
        "received", "clock", "unfinished", "form", "version", "language", "profile",
    ]
    /// The most bytes of a member.
    private static let limit = 64 << 10

    /// Makes the head out of the report's own; the form knows where facets come from that nobody was asked for.
    static func make(
        from head: [UInt8], of record: CaseRecord, with sections: [ReportSection], _ form: Form?
    ) -> [UInt8] {
        let root = (try? JSONDocument(parsing: head, limits: .any))?.root
        var writer = JSONWriter()
        writer.beginObject()
        for name in plain {
            guard let value = root?[name], value.source.count <= limit else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        writer.name("urgency")
        if let urgency = record.urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("due")
        if let due = record.due { writer.integer(due.milliseconds) } else { writer.null() }
        if sections.contains(where: { $0.name == .facts }), let triage = root?["triage"], triage.source.count <= limit {
            writer.name("triage")
            writer.raw(triage.json)
        }
        writer.name("facets")
        writer.beginObject()
        if let facets = root?["facets"], facets.kind == .object, facets.source.count <= limit {
            write(facets, of: sections, form, to: &writer)
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    /// Writes the coded answers that stand in the sections, and what follows from these alone.
    private static func write(
        _ facets: JSONValue, of sections: [ReportSection], _ form: Form?, to writer: inout JSONWriter
    ) {
        let names = sections.map { $0.name }
        var told: Set<[UInt8]> = []
        for section in sections {
            guard let answers = (try? JSONDocument(parsing: section.json, limits: .any))?.root else { continue }
            for member in answers.members { if let name = member.name.text { told.insert(name) } }
        }
        for member in facets.members {
            guard let name = member.name.text, told.contains(name) || form?.isTold(name, by: names) == true else {
                continue
            }
            writer.name(name)
            writer.raw(member.value.json)
        }
    }
}
