/// What a screen says in one language, whatever the answers are: written down once as pieces of JSON.
final class StateSheet: Sendable {
    /// The tags that were looked for.
    let tags: [[UInt8]]
    /// The members that tell about the form.
    let head: [UInt8]
    /// The members that tell about each page.
    let pages: [[UInt8]]
    /// What is said about each question.
    let questions: [QuestionSheet]
    /// The place of the page that each question stands on.
    let pagePlaces: [Int?]
    /// How many bytes all of it has.
    let size: Int
    /// How many bytes are enough for most screens, and for most changes of one.
    private let rooms: (full: Int, changes: Int)

    /// Writes a form's words down.
    @_optimize(size) init(_ form: Form, _ language: LanguagePreference) {
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
        pagePlaces = form.questionnaire.pages.map { page in form.questionnaire.layout.firstIndex { $0.id == page } }
        size = questions.reduce(head.bytes.count) { $0 + $1.size }
        rooms = (
            questions.reduce(4_000) { $0 + $1.room(.full) }, questions.reduce(4_000) { $0 + $1.room(.changes) }
        )
    }

    /// How many bytes are enough for most screens.
    func room(_ detail: StateDetail) -> Int { min(detail == .full ? rooms.full : rooms.changes, 1 << 20) }
}
