/// Writes down the questions of a form as they stand after the answers so far.
struct StateRows {
    /// The most elements of a list whose questions are told one by one.
    private static let mostElements = 64

    /// The members that say whether a question is shown, has to be answered, and is: one for each case.
    private static let flags: [[UInt8]] = (0..<8).map { flags in
        var writer = JSONWriter()
        writer.name("visible")
        writer.boolean(flags & 4 != 0)
        writer.name("required")
        writer.boolean(flags & 2 != 0)
        writer.name("answered")
        writer.boolean(flags & 1 != 0)
        return writer.bytes
    }

    /// How far somebody has come on each page.
    private(set) var progress: [[UInt8]: StateProgress] = [:]
    /// How far somebody has come.
    private(set) var total = StateProgress()
    /// What holds for the answers.
    private var verdicts: ConditionVerdicts
    /// The answer to each question of the form.
    private var given: [JSONValue?]
    /// The profile; empty when there is none.
    private let profile: [UInt8]
    /// How much to tell.
    private let detail: StateDetail

    /// Looks at the answers so far.
    init(
        _ questionnaire: Questionnaire, _ conditions: ConditionTree, _ answers: JSONValue, profile: [UInt8],
        _ detail: StateDetail
    ) {
        self.profile = profile
        self.detail = detail
        verdicts = ConditionVerdicts(questionnaire.when, conditions, answers: answers)
        given = [JSONValue?](repeating: nil, count: questionnaire.questions.count)
        for member in answers.members {
            if let name = member.name.text, let place = questionnaire.place(name) { given[place] = member.value }
        }
    }

    /// Writes the questions of the form as a list.
    mutating func write(_ sheets: [QuestionSheet], _ questionnaire: Questionnaire, _ writer: inout JSONWriter) {
        writer.beginArray()
        for (place, sheet) in sheets.enumerated() {
            let row = write(sheet, given[place], at: sheet.path, isWanted: true, &writer)
            guard row.isVisible else { continue }
            total.count(required: row.isRequired, answered: row.isAnswered)
            guard let page = sheet.page else { continue }
            progress[page, default: StateProgress()].count(required: row.isRequired, answered: row.isAnswered)
        }
        writer.endArray()
    }

    /// Whether a question is shown, has to be answered, and is.
    private typealias Row = (isVisible: Bool, isRequired: Bool, isAnswered: Bool)

    /// Writes one question and those inside it.
    ///
    /// Nobody has to fill in a group that may be left out; whoever begins it has to finish it.
    @discardableResult
    private mutating func write(
        _ sheet: QuestionSheet, _ answer: JSONValue?, at path: [UInt8], isWanted: Bool, isShown: Bool = true,
        _ writer: inout JSONWriter
    ) -> Row {
        let view = QuestionView(sheet.question, &verdicts)
        let variant = sheet.variant(view)
        let isVisible = isShown && view.isDeclared && variant.profiles.map { $0.contains(profile) } ?? true
        let isAnswered = answer.map { $0.kind != .null } ?? false
        let row = Row(isVisible, isVisible && isWanted && view.isDemanded, isAnswered)
        write(sheet, variant, row, answer, at: path, &writer)
        guard !sheet.members.isEmpty else { return row }
        guard sheet.question.repeats else {
            writeMembers(sheet, answer, at: path, isWanted: row.isRequired || isAnswered, isShown: isVisible, &writer)
            return row
        }
        writeMembers(sheet, nil, at: path + "/*".utf8, isWanted: true, isShown: isVisible, &writer)
        guard let answer else { return row }
        for (position, element) in answer.elements.enumerated().prefix(Self.mostElements) {
            let inner = path + JSONPointer.token(Array("\(position)".utf8))
            writeMembers(sheet, element, at: inner, isWanted: true, isShown: isVisible, &writer)
        }
        return row
    }

    /// Writes the questions inside a group or inside an element of a list.
    private mutating func writeMembers(
        _ sheet: QuestionSheet, _ object: JSONValue?, at path: [UInt8], isWanted: Bool, isShown: Bool,
        _ writer: inout JSONWriter
    ) {
        verdicts.enter(object)
        for member in sheet.members {
            let inner = path + JSONPointer.token(member.question.name)
            let answer = object?.member(member.question.name)
            write(member, answer, at: inner, isWanted: isWanted, isShown: isShown, &writer)
        }
        verdicts.leave()
    }

    /// Writes what is said about one question.
    private func write(
        _ sheet: QuestionSheet, _ variant: QuestionVariant, _ row: Row, _ answer: JSONValue?, at path: [UInt8],
        _ writer: inout JSONWriter
    ) {
        writer.beginObject()
        if path == sheet.path {
            writer.raw(detail == .full ? sheet.names : sheet.short)
        } else {
            writer.name("path")
            writer.text(path)
            if detail == .full {
                writer.name("id")
                writer.text(Array(path.dropFirst()))
                writer.name("page")
                writer.write(sheet.page)
            }
        }
        if detail == .full || sheet.varies {
            writer.raw(variant.words)
            writer.name("choices")
            if row.isVisible || !sheet.varies { writer.raw(variant.choices) } else { writer.raw([0x5B, 0x5D]) }
        }
        let flags = (row.isVisible ? 4 : 0) + (row.isRequired ? 2 : 0) + (row.isAnswered ? 1 : 0)
        writer.raw(Self.flags[flags])
        if sheet.question.repeats {
            writer.name("count")
            writer.integer(Int64(answer?.count ?? 0))
        }
        writer.endObject()
    }
}
