/// What to show next to somebody who is still answering.
struct FormState {
    /// The form.
    private let form: Form
    /// The language to ask in.
    private let language: LanguagePreference
    /// The answers so far, with the profile among them.
    private let answers: JSONValue
    /// The profile; empty when there is none.
    private let profile: [UInt8]
    /// When it is.
    private let moment: Moment

    /// Looks at the answers so far.
    init(_ form: Form, _ answers: JSONValue, profile: [UInt8], _ language: [UInt8]?, at moment: Moment) {
        self.form = form
        self.answers = answers
        self.profile = profile
        self.language = form.preference(language, profile: profile)
        self.moment = moment
    }

    /// The state as a JSON object.
    func json(_ detail: StateDetail) -> [UInt8] {
        let sheet = form.stateSheet(language)
        var writer = JSONWriter(room: sheet.room(detail))
        writer.beginObject()
        writer.name("profile")
        writer.write(profile.isEmpty ? nil : profile)
        writer.name("language")
        writer.text(language.asked)
        if detail == .full { writer.raw(sheet.head) }
        let budget = WorkBudget(answers.document)
        var rows = StateRows(form.questionnaire, form.conditions, answers, profile: profile, detail, budget)
        writer.name("questions")
        rows.write(sheet, &writer)
        writer.name("pages")
        writer.beginArray()
        for (place, page) in sheet.pages.enumerated() {
            writer.beginObject()
            writer.raw(page)
            rows.progress[place].write(&writer)
            writer.endObject()
        }
        writer.endArray()
        writer.name("progress")
        writer.beginObject()
        rows.total.write(&writer)
        writer.endObject()
        write(findings(budget), &writer)
        writer.endObject()
        return writer.bytes
    }

    /// What would be wrong if this were all.
    private func findings(_ budget: WorkBudget) -> [Finding] {
        let facts = form.triage.derivation.facts(answers, form.conditions, at: moment, budget)
        var judge = ConditionJudge(form.conditions, facts, budget)
        return form.findings(answers, facts, &judge, at: moment) { judge in
            form.triage.outcome(facts, &judge, at: moment).urgency
        }
    }

    /// Writes what is wrong with what was answered, and whether the answers would be accepted.
    private func write(_ findings: [Finding], _ writer: inout JSONWriter) {
        var index = MemberIndex()
        let told = findings.filter { finding in
            guard finding.code != .required, finding.code != .dependentRequired else { return false }
            return !finding.path.isEmpty && index.value(at: finding.path, from: answers) != nil
        }
        FindingWriter.write(told, form, language, &writer)
        writer.name("complete")
        writer.boolean(!findings.contains { $0.severity == .error })
    }
}
