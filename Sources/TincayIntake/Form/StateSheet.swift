/// What a screen says in one language, whatever the answers are: written down once as pieces of JSON.
final class StateSheet: LanguageSheet {
    /// The tags that were looked for.
    private let tags: [[UInt8]]
    /// The members that tell about the form.
    let head: [UInt8]
    /// The members that tell about each page.
    let pages: [[UInt8]]
    /// What is said about each question.
    let questions: [QuestionSheet]
    /// How many bytes all of it has.
    let size: Int

    /// Writes a form's words down.
    init(_ form: Form, _ language: LanguagePreference) {
        tags = language.tags
        let root = form.document.root
        var head = JSONWriter()
        head.name("title")
        head.write(Wording.find("title", in: [root], language) ?? root["title"]?.text)
        head.name("introduction")
        head.write(Wording.find("introduction", in: [root], language) ?? root["description"]?.text)
        head.name("thanks")
        head.write(Wording.find("thanks", in: [root], language))
        self.head = head.bytes
        var pages: [[UInt8]] = []
        for page in form.questionnaire.layout {
            var writer = JSONWriter()
            writer.name("id")
            writer.text(page.id)
            writer.name("label")
            writer.write(Wording.label([page.source], language))
            pages.append(writer.bytes)
        }
        self.pages = pages
        var questions: [QuestionSheet] = []
        for (question, page) in zip(form.questionnaire.questions, form.questionnaire.pages) {
            questions.append(QuestionSheet(question, above: [], page: page, language))
        }
        self.questions = questions
        size = questions.reduce(head.bytes.count) { $0 + $1.size }
    }

    /// Whether the words are those that somebody wants who asks for a language.
    func isFor(_ language: LanguagePreference) -> Bool { tags == language.tags }
}
