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

    /// Looks at the answers so far; a profile that is given goes before the one that they name.
    init(_ form: Form, _ answers: JSONValue, profile: [UInt8]?, _ language: LanguagePreference) throws(StateError) {
        self.form = form
        self.language = language
        guard let profile else {
            self.answers = answers
            self.profile = form.questionnaire.profile(of: answers)
            return
        }
        guard form.questionnaire.profiles.contains(profile) else { throw .unknownProfile }
        self.profile = profile
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(form.questionnaire.profileName)
        writer.text(profile)
        for member in answers.members {
            guard let name = member.name.text, name != form.questionnaire.profileName else { continue }
            writer.name(name)
            writer.raw(member.value.json)
        }
        writer.endObject()
        do throws(JSONError) {
            self.answers = try JSONDocument(parsing: writer.bytes, limits: .any).root
        } catch {
            throw .json(error)
        }
    }

    /// The state as a JSON object.
    var json: [UInt8] {
        let root = form.document.root
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("profile")
        if profile.isEmpty { writer.null() } else { writer.text(profile) }
        writer.name("language")
        writer.text(language.asked)
        writer.name("title")
        write(text: Wording.find("title", in: [root], language) ?? root["title"]?.text, &writer)
        writer.name("introduction")
        write(text: Wording.find("introduction", in: [root], language) ?? root["description"]?.text, &writer)
        writer.name("questions")
        writer.beginArray()
        let all = form.questionnaire
        var verdicts = ConditionVerdicts(all.when, form.program, answers: answers)
        for (place, question) in all.questions.enumerated() {
            let view = QuestionView(question, &verdicts)
            let answer = answers.member(question.name)
            let asked = view.isDeclared && isAsked(view.schemas(question))
            let page = all.pages[place]
            write(
                question, view, answer, path: [], page: page, visible: asked, required: asked && view.isDemanded,
                &writer)
            // Nobody has to fill in a group that may be left out; whoever begins it has to finish it.
            let isGroupWanted = asked && (view.isDemanded || answer.map { $0.kind != .null } ?? false)
            guard !question.repeats else { continue }
            verdicts.enter(answer)
            for member in question.members {
                let inner = QuestionView(member, &verdicts)
                let path = JSONPointer.token(question.name)
                write(
                    member, inner, answer?.member(member.name), path: path, page: page,
                    visible: asked && inner.isDeclared,
                    required: isGroupWanted && inner.isDemanded, &writer)
            }
            verdicts.leave()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Whether a screen for this profile asks a question of these schemas.
    private func isAsked(_ schemas: [JSONValue]) -> Bool {
        for schema in schemas {
            guard let profiles = schema["x-tincay-profiles"] else { continue }
            return profiles.elements.contains { $0.text == profile }
        }
        return true
    }

    /// Writes one question; a member of a group is named by both names.
    private func write(
        _ question: Question, _ view: QuestionView, _ answer: JSONValue?, path: [UInt8], page: [UInt8]?, visible: Bool,
        required: Bool, _ writer: inout JSONWriter
    ) {
        let schemas = view.schemas(question)
        let kind = QuestionKind(of: question, schemas: schemas)
        let own = path + JSONPointer.token(question.name)
        writer.beginObject()
        writer.name("id")
        writer.text(path.isEmpty ? question.name : Array(own.dropFirst()))
        writer.name("path")
        writer.text(own)
        writer.name("page")
        write(text: page, &writer)
        writer.name("kind")
        writer.text(kind.name)
        writer.name("visible")
        writer.boolean(visible)
        writer.name("required")
        writer.boolean(required)
        writer.name("answered")
        writer.boolean(answer.map { $0.kind != .null } ?? false)
        writer.name("label")
        write(text: Wording.label(schemas, language) ?? question.name, &writer)
        writer.name("hint")
        write(
            text: Wording.find("hint", in: schemas, language)
                ?? schemas.lazy.compactMap { $0["description"] }.first?.text, &writer)
        writer.name("choices")
        writer.beginArray()
        if visible {
            for choice in view.choices(question) { write(choice, &writer) }
        }
        writer.endArray()
        let limits = QuestionLimits(kind, schemas)
        writer.name("minimum")
        write(value: limits.minimum, &writer)
        writer.name("maximum")
        write(value: limits.maximum, &writer)
        writer.endObject()
    }

    /// Writes one choice.
    private func write(_ choice: ChoiceList.Choice, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("value")
        writer.raw(choice.value.json)
        writer.name("label")
        let label = choice.schema.flatMap { Wording.label([$0], language) }
        writer.text(label ?? choice.value.text ?? choice.value.json)
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
}
