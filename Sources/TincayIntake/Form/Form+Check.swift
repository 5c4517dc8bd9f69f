extension Form {
    /// Checks answers that are lent for the call; see `check(_:language:at:)`.
    public func check(
        _ answers: UnsafeRawBufferPointer, language: [UInt8]?, at moment: Moment
    ) throws(JSONError) -> Checked {
        guard answers.count <= JSONLimits.report.size else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        return try check(unsafe [UInt8](answers), language: language, at: moment)
    }

    /// Checks answers and triages them.
    ///
    /// Triage runs on whatever was answered. Once it finds immediate danger or urgency, what is missing or does not fit
    /// together is only a warning: malformed answers alone keep such a report out.
    public func check(
        _ answers: [UInt8], language: [UInt8]?, at moment: Moment
    ) throws(JSONError) -> Checked {
        let document = try JSONDocument(parsing: answers, limits: .report)
        let root = document.root
        let triage = triage(root, at: moment)
        var findings = findings(root)
        if triage.urgency?.outweighsGaps == true {
            for position in findings.indices where findings[position].code.isGap {
                findings[position].severity = .warning
            }
        }
        let accepted = !findings.contains { $0.severity == .error }
        let language = language ?? Array("vi".utf8)
        let profile = root.member(profileName)?.text ?? []
        let known = profile.count <= 16 ? profile : []
        return Checked(
            accepted: accepted, urgency: triage.urgency, due: triage.deadlines.first?.due, profile: known,
            result: result(findings, triage, accepted: accepted, profile: known, language: language),
            triage: kept(triage), facets: accepted ? facets(root) : Array("{}".utf8),
            sections: accepted ? split(root) : [])
    }

    /// Everything that is wrong.
    private func findings(_ root: JSONValue) -> [Finding] {
        var findings = program.findings(root)
        guard isAnnotated else { return findings }
        findings += comparisons.compactMap { $0.finding(in: root) }
        forbidden(root, [], &findings)
        return findings
    }

    /// Finds strings with characters that have no place in text; goes as deep as the answers.
    private func forbidden(_ value: JSONValue, _ path: [UInt8], _ findings: inout [Finding]) {
        switch value.kind {
        case .string:
            guard TextCheck.hasForbidden(value.text ?? []) else { return }
            findings.append(Finding(code: .text, path: path, keyword: []))
        case .array:
            for (position, element) in value.elements.enumerated() {
                forbidden(element, path + JSONPointer.token(Array("\(position)".utf8)), &findings)
            }
        case .object:
            for member in value.members {
                forbidden(member.value, path + JSONPointer.token(member.name.text ?? []), &findings)
            }
        default: return
        }
    }

    /// Asks the rules of triage.
    private func triage(_ root: JSONValue, at moment: Moment) -> Triage {
        guard !rules.isEmpty, root.kind == .object else { return Triage([], at: moment) { _ in false } }
        guard let joined = derived.join(root, at: moment, program: program) else {
            // What cannot be asked counts as answered in the worst way.
            return Triage(rules, at: moment) { _ in true }
        }
        return Triage(rules, at: moment) { program.accepts(joined.root, entry: $0) }
    }

    /// The part of the result that is kept with a report, in the language of those who work with it.
    private func kept(_ triage: Triage) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        triage.write(to: &writer, LanguageTag(Array("vi".utf8)))
        writer.endObject()
        return writer.bytes
    }

    /// The answers that are for lists and counts, when they are codes or lists of codes.
    private func facets(_ root: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for name in facets {
            guard let value = root.member(name) else { continue }
            guard value.kind == .string || value.kind == .array && value.elements.allSatisfy({ $0.kind == .string })
            else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        writer.endObject()
        return writer.bytes
    }
}

extension FindingCode {
    /// Whether it says that something is missing or does not fit, and not that an answer is malformed.
    var isGap: Bool {
        switch self {
        case .required, .dependentRequired, .minItems, .minLength, .minProperties, .contains, .minContains, .anyOf,
            .compare:
            true
        default: false
        }
    }
}
