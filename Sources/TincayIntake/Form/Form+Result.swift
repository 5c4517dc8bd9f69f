extension Form {
    /// All that was found, as the host gets it.
    func result(
        _ findings: [Finding], _ triage: Triage, accepted: Bool, profile: [UInt8], language: [UInt8]
    ) -> [UInt8] {
        let tag = LanguageTag(language)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("accepted")
        writer.boolean(accepted)
        writer.name("form")
        writer.text(id)
        writer.name("version")
        writer.text(version)
        writer.name("profile")
        writer.text(profile)
        writer.name("language")
        writer.text(language)
        writer.name("findings")
        writer.beginArray()
        for finding in findings { write(finding, to: &writer, tag) }
        writer.endArray()
        writer.name("urgency_label")
        if let urgency = triage.urgency { writer.text(label(of: urgency, tag)) } else { writer.null() }
        triage.write(to: &writer, tag)
        writer.name("hotlines")
        writer.beginArray()
        for hotline in hotlines(triage) { write(hotline, to: &writer, tag) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Writes one finding.
    private func write(_ finding: Finding, to writer: inout JSONWriter, _ language: LanguageTag) {
        writer.beginObject()
        writer.name("code")
        writer.text(finding.code.name)
        writer.name("path")
        writer.text(finding.path)
        writer.name("keyword")
        writer.text(finding.keyword)
        writer.name("severity")
        writer.text(finding.severity.name)
        writer.name("parameters")
        writer.raw(finding.parameters)
        writer.name("message")
        writer.text(messages.text(finding, label: label(of: finding.path, language), language))
        writer.endObject()
    }

    /// The label of the question that a path leads into; the path itself when there is none.
    private func label(of path: [UInt8], _ language: LanguageTag) -> [UInt8] {
        let tokens = path.dropFirst().split(separator: UInt8(ascii: "/"))
        guard let first = tokens.first, let question = questions.first(where: { $0.name == [UInt8](first) }) else {
            return path
        }
        let whole = question.text("label", language) ?? path
        guard tokens.count > 1, let inner = question.value("properties")?.member([UInt8](tokens[1])) else {
            return whole
        }
        return language.text("label", in: inner["x-tincay-i18n"])?.text ?? whole
    }

    /// The form's words for an urgency, else its name.
    private func label(of urgency: Urgency, _ language: LanguageTag) -> [UInt8] {
        for entry in document.root["x-tincay-urgencies"].map({ Array($0.elements) }) ?? [] {
            guard entry["urgency"]?.text == urgency.name else { continue }
            return language.text("label", in: entry["x-tincay-i18n"])?.text ?? urgency.name
        }
        return urgency.name
    }

    /// The numbers to show: those that triage names in its order, then those for the urgency and for always.
    private func hotlines(_ triage: Triage) -> [JSONValue] {
        let all = document.root["x-tincay-hotlines"].map { Array($0.elements) } ?? []
        var shown: [JSONValue] = []
        for destination in triage.destinations { shown += all.filter { $0["number"]?.text == destination } }
        for hotline in all where !shown.contains(where: { $0.index == hotline.index }) {
            let isForUrgency = hotline["urgencies"]?.elements.contains { $0.text == triage.urgency?.name } ?? false
            if isForUrgency || hotline["always"]?.boolean == true { shown.append(hotline) }
        }
        return shown
    }

    /// Writes one number to call, with when it was last verified, or null.
    private func write(_ hotline: JSONValue, to writer: inout JSONWriter, _ language: LanguageTag) {
        writer.beginObject()
        writer.name("number")
        writer.text(hotline["number"]?.text ?? [])
        writer.name("label")
        writer.text(language.text("label", in: hotline["x-tincay-i18n"])?.text ?? [])
        writer.name("verified")
        writer.raw(hotline["verified"]?.json ?? Array("null".utf8))
        writer.endObject()
    }
}
