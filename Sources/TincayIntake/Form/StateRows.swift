/// Writes down the questions of a form as they stand after the answers so far.
struct StateRows: ~Copyable {
    /// The most elements of a list whose questions are told one by one.
    private static let mostElements = 64
    /// The most questions inside elements that are told.
    private static let mostInElements = 10_000

    /// The members that say whether a question is shown, has to be answered, and is: one for each case.
    static let flags: [[UInt8]] = (0..<8).map { flags in
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
    private(set) var progress: [StateProgress]
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
    /// How many questions inside elements may still be told.
    private var left = Self.mostInElements

    /// Looks at the answers so far.
    init(
        _ questionnaire: Questionnaire, _ conditions: ConditionTree, _ answers: JSONValue, profile: [UInt8],
        _ detail: StateDetail, _ budget: WorkBudget = WorkBudget()
    ) {
        self.profile = profile
        self.detail = detail
        verdicts = ConditionVerdicts(questionnaire.when, conditions, answers: answers, budget)
        given = [JSONValue?](repeating: nil, count: questionnaire.questions.count)
        progress = [StateProgress](repeating: StateProgress(), count: questionnaire.layout.count)
        for member in answers.members {
            if let place = questionnaire.place(ofMember: member.name) { given[place] = member.value }
        }
    }

    /// Writes the questions of the form as a list.
    mutating func write(_ sheet: StateSheet, _ writer: inout JSONWriter) {
        writer.beginArray()
        for place in sheet.questions.indices {
            let row = write(sheet.questions[place], given[place], isWanted: true, isShown: true, &writer)
            guard row.isVisible else { continue }
            total.count(required: row.isRequired, answered: row.isAnswered)
            guard let page = sheet.pagePlaces[place] else { continue }
            progress[page].count(required: row.isRequired, answered: row.isAnswered)
        }
        writer.endArray()
    }

    /// Whether a question is shown, has to be answered, and is.
    private typealias Row = (isVisible: Bool, isRequired: Bool, isAnswered: Bool)

    /// Writes one question and those inside it; the path is that of the sheet unless it leads through elements.
    ///
    /// Nobody has to fill in a group that may be left out; whoever begins it has to finish it.
    @discardableResult
    private mutating func write(
        _ sheet: QuestionSheet, _ answer: JSONValue?, at path: [UInt8]? = nil, isWanted: Bool, isShown: Bool,
        _ writer: inout JSONWriter
    ) -> Row {
        let standing = verdicts.standing(of: sheet.rules)
        let variant =
            sheet.isWhole
            ? sheet.variant(standing.active) : sheet.variant(QuestionView(sheet.question, &verdicts))
        let isVisible = isShown && standing.isDeclared && variant.profiles.map { $0.contains(profile) } ?? true
        let isAnswered = answer.map { $0.kind != .null } ?? false
        let row = Row(isVisible, isVisible && isWanted && standing.isDemanded, isAnswered)
        write(sheet, variant, row, answer, at: path, &writer)
        guard !sheet.members.isEmpty else { return row }
        if detail == .changes, !isVisible, answer == nil, path == nil, let hidden = sheet.hidden {
            writer.raw(hidden)
            return row
        }
        guard sheet.repeats else {
            writeMembers(sheet, answer, at: path, isWanted: row.isRequired || isAnswered, isShown: isVisible, &writer)
            return row
        }
        writeMembers(sheet, nil, at: path.map { $0 + "/*".utf8 }, isWanted: true, isShown: isVisible, &writer)
        guard let answer else { return row }
        for (position, element) in answer.elements.enumerated().prefix(Self.mostElements) {
            left -= sheet.members.count
            guard left >= 0 else { break }
            let inner = (path ?? sheet.path) + JSONPointer.token(Array("\(position)".utf8))
            writeMembers(sheet, element, at: inner, isWanted: true, isShown: isVisible, &writer)
        }
        return row
    }

    /// Writes the questions inside a group or inside an element of a list.
    private mutating func writeMembers(
        _ sheet: QuestionSheet, _ object: JSONValue?, at path: [UInt8]?, isWanted: Bool, isShown: Bool,
        _ writer: inout JSONWriter
    ) {
        verdicts.enter(object)
        for member in sheet.members {
            let inner = path.map { $0 + JSONPointer.token(member.question.name) }
            let answer = object?.member(member.question.name)
            write(member, answer, at: inner, isWanted: isWanted, isShown: isShown, &writer)
        }
        verdicts.leave()
    }

    /// Writes what is said about one question.
    private func write(
        _ sheet: QuestionSheet, _ variant: QuestionVariant, _ row: Row, _ answer: JSONValue?, at path: [UInt8]?,
        _ writer: inout JSONWriter
    ) {
        writer.beginObject()
        if let path {
            writer.name("path")
            writer.text(path)
            if detail == .full {
                writer.name("id")
                writer.text(Array(path.dropFirst()))
                writer.name("page")
                writer.write(sheet.page)
            }
        } else {
            writer.raw(detail == .full ? sheet.names : sheet.short)
        }
        if detail == .full || sheet.varies {
            writer.raw(variant.words)
            writer.name("choices")
            if row.isVisible || !sheet.varies { writer.raw(variant.choices) } else { writer.raw([0x5B, 0x5D]) }
        }
        let flags = (row.isVisible ? 4 : 0) + (row.isRequired ? 2 : 0) + (row.isAnswered ? 1 : 0)
        writer.raw(Self.flags[flags])
        if sheet.repeats {
            writer.name("count")
            writer.integer(Int64(answer?.count ?? 0))
        }
        writer.endObject()
    }
}
