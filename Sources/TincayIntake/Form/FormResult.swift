/// Writes down what a form makes of answers; nothing of it comes from an answer but the profile.
struct FormResult {
    /// The form.
    let form: Form
    /// The language of the sentences.
    let language: LanguagePreference

    /// The whole result.
    func result(
        accepted: Bool, profile: [UInt8], findings: [Finding], outcome: TriageOutcome, order: OrderedAnswers
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("accepted")
        writer.boolean(accepted)
        writer.name("form")
        writer.text(form.id)
        writer.name("version")
        writer.text(form.version)
        writer.name("profile")
        writer.text(profile)
        writer.name("language")
        writer.text(language.asked)
        FindingWriter.write(findings, form, language, &writer)
        order.write(&writer)
        writer.name("urgency_label")
        write(text: outcome.urgency.flatMap { form.triage.label($0, language) }, &writer)
        write(outcome, &writer)
        writer.name("hotlines")
        writer.beginArray()
        for hotline in Hotline.fitting(outcome, of: form.hotlines) { write(hotline, &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// What triage said, alone.
    func triage(_ outcome: TriageOutcome) -> [UInt8] {
        var writer = JSONWriter()
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
        write(list: outcome.destinations, &writer)
        writer.name("routes")
        writer.beginArray()
        for route in outcome.routes { write(route, &writer) }
        writer.endArray()
        writer.name("flags")
        write(list: outcome.flags, &writer)
        writer.name("ruleset")
        write(text: form.triage.digest.isEmpty ? nil : form.triage.digest, &writer)
    }

    /// Writes one route that is taken.
    private func write(_ route: TriageRoute, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("id")
        writer.text(route.id)
        writer.name("reason")
        write(text: Wording.find("reason", in: [route.source], language), &writer)
        writer.name("remove")
        write(list: route.removed, &writer)
        writer.name("add")
        write(list: route.added, &writer)
        writer.endObject()
    }

    /// Writes one rule that fired.
    private func write(_ rule: TriageRule, _ outcome: TriageOutcome, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("id")
        writer.text(rule.id)
        writer.name("urgency")
        if let urgency = rule.urgency { writer.text(urgency.name) } else { writer.null() }
        if case .raise(let levels, let least) = rule.effect {
            writer.name("raise")
            writer.integer(Int64(levels))
            writer.name("at_least")
            if let least { writer.text(least.name) } else { writer.null() }
        }
        if case .accompany(let least) = rule.effect {
            writer.name("from_urgency")
            writer.text(least.name)
        }
        writer.name("reason")
        write(text: Wording.find("reason", in: [rule.source], language), &writer)
        writer.name("destinations")
        write(list: outcome.destinations(of: rule), &writer)
        writer.name("source")
        write(value: rule.source["source"], &writer)
        writer.name("verified")
        write(value: rule.source["verified"], &writer)
        writer.endObject()
    }

    /// Writes one deadline.
    private func write(_ due: TriageOutcome.Due, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("rule")
        writer.text(due.rule)
        writer.name("kind")
        writer.text(due.deadline.kind)
        writer.name("due")
        writer.text(due.moment.text)
        writer.name("source")
        write(value: due.deadline.source, &writer)
        writer.name("verified")
        write(value: due.deadline.verified, &writer)
        if let alarm = due.deadline.alarm {
            writer.name("alarm")
            writer.text(due.moment.adding(milliseconds: alarm.total).text)
        }
        if due.deadline.countsWorkingDays { due.calendar.write(&writer) }
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

    /// Writes one number to show.
    private func write(_ hotline: Hotline, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("number")
        writer.text(hotline.number)
        writer.name("label")
        write(text: Wording.label([hotline.source], language), &writer)
        writer.name("verified")
        write(value: hotline.source["verified"], &writer)
        writer.endObject()
    }

    /// Writes a text, or null.
    private func write(text: [UInt8]?, _ writer: inout JSONWriter) {
        if let text { writer.text(text) } else { writer.null() }
    }

    /// Writes something that the form says, or null.
    private func write(value: JSONValue?, _ writer: inout JSONWriter) {
        if let value { writer.raw(value.json) } else { writer.null() }
    }

    /// Writes a list of texts.
    private func write(list: [[UInt8]], _ writer: inout JSONWriter) {
        writer.beginArray()
        for text in list { writer.text(text) }
        writer.endArray()
    }
}
