/// Writes down what a form makes of answers; nothing of it comes from an answer but the profile.
struct FormResult {
    /// How many bytes most results have.
    private static let usual = 3_000

    /// The form.
    private let form: Form
    /// The language of the sentences.
    private let language: LanguagePreference
    /// What is said in this language.
    private let sheet: ResultSheet

    /// Prepares to write.
    init(_ form: Form, _ language: LanguagePreference) {
        self.form = form
        self.language = language
        sheet = form.resultSheet(language)
    }

    /// The whole result.
    func result(
        accepted: Bool, profile: [UInt8], findings: [Finding], outcome: TriageOutcome, order: OrderedAnswers
    ) -> [UInt8] {
        var writer = JSONWriter(room: Self.usual)
        writer.beginObject()
        writer.name("accepted")
        writer.boolean(accepted)
        writer.raw(sheet.head)
        writer.name("profile")
        writer.text(profile)
        writer.name("language")
        writer.text(language.asked)
        FindingWriter.write(findings, form, language, &writer)
        order.write(&writer)
        writer.name("urgency_label")
        if let urgency = outcome.urgency { writer.raw(sheet.urgencies[urgency.rawValue]) } else { writer.null() }
        write(outcome, &writer)
        writer.name("hotlines")
        writer.beginArray()
        for place in Hotline.fitting(outcome, of: form.hotlines, form.triage.codes) {
            writer.raw(sheet.hotlines[place])
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// What triage said, alone.
    func triage(_ outcome: TriageOutcome) -> [UInt8] {
        var writer = JSONWriter(room: Self.usual)
        writer.beginObject()
        write(outcome, &writer)
        writer.endObject()
        return writer.bytes
    }

    /// Writes the members that tell what triage said.
    private func write(_ outcome: TriageOutcome, _ writer: inout JSONWriter) {
        writer.name("urgency")
        if let urgency = outcome.urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("due")
        if let due = outcome.due { writer.text(due.text) } else { writer.null() }
        writer.name("rules")
        writer.beginArray()
        for rule in outcome.rules { write(rule, outcome, &writer) }
        writer.endArray()
        writer.name("deadlines")
        writer.beginArray()
        for due in outcome.deadlines { write(due, &writer) }
        writer.endArray()
        writer.name("destinations")
        write(outcome.destinations, &writer)
        writer.name("routes")
        writer.beginArray()
        for route in outcome.routes { writer.raw(sheet.routes[route]) }
        writer.endArray()
        writer.name("flags")
        write(outcome.flags, &writer)
        writer.raw(sheet.ruleset)
    }

    /// Writes one rule that fired.
    private func write(_ number: Int, _ outcome: TriageOutcome, _ writer: inout JSONWriter) {
        let rule = form.triage.rules[number]
        guard rule.destinations.contains(where: { outcome.removed.contains($0) }) else {
            writer.raw(sheet.rules[number].whole)
            return
        }
        writer.beginObject()
        writer.raw(sheet.rules[number].head)
        writer.name("destinations")
        write(rule.destinations.filter { !outcome.removed.contains($0) }, &writer)
        writer.raw(sheet.rules[number].tail)
        writer.endObject()
    }

    /// Writes one deadline.
    private func write(_ due: TriageOutcome.Due, _ writer: inout JSONWriter) {
        let pieces = sheet.rules[due.rule].deadlines[due.deadline]
        writer.beginObject()
        writer.raw(pieces.head)
        writer.name("due")
        writer.text(due.moment.text)
        writer.raw(pieces.tail)
        let deadline = form.triage.rules[due.rule].deadlines[due.deadline]
        if let alarm = deadline.alarm {
            writer.name("alarm")
            writer.text(due.moment.adding(milliseconds: alarm.total).text)
        }
        if deadline.countsWorkingDays { due.calendar.write(&writer) }
        switch due.standing {
        case .inForce: break
        case .expired:
            writer.name("expired")
            writer.boolean(true)
        case .upcoming:
            writer.name("upcoming")
            writer.boolean(true)
        }
        writer.endObject()
    }

    /// Writes a list of codes.
    private func write(_ codes: [Int], _ writer: inout JSONWriter) {
        writer.beginArray()
        for code in codes { writer.raw(sheet.codes[code]) }
        writer.endArray()
    }
}
