/// What a screen says about one question in one language, written down once.
final class QuestionSheet: Sendable {
    /// How many declarations a question may have for all their combinations to be written down.
    private static let most = 3

    /// The question.
    let question: Question
    /// What it depends on.
    let rules: QuestionRules
    /// The page that it stands on.
    let page: [UInt8]?
    /// Its name with those of the groups around it; a star stands for the position in a list.
    let path: [UInt8]
    /// The members that name it, as JSON, for a question whose path holds no position.
    let names: [UInt8]
    /// Its path alone, as JSON.
    let short: [UInt8]
    /// The sheets of its members.
    let members: [QuestionSheet]
    /// What changes of a screen tell about its members while it is neither shown nor answered, as the elements of a
    /// list; nil when that is not always the same.
    let hidden: [UInt8]?
    /// Whether the members are those of each element of a list.
    let repeats: Bool
    /// Whether what is said depends on the answers.
    let varies: Bool
    /// Whether all combinations of its declarations are written down.
    let isWhole: Bool
    /// What is said, by the declarations that count; nothing for a question with too many of them.
    private let variants: [QuestionVariant]
    /// The language.
    private let language: LanguagePreference

    /// Writes a question's words down.
    @_optimize(size) init(_ question: Question, above: [UInt8], page: [UInt8]?, _ language: LanguagePreference) {
        self.question = question
        rules = QuestionRules(question)
        repeats = question.repeats
        varies = question.declarations.count > 1
        isWhole = question.declarations.count <= Self.most
        self.page = page
        self.language = language
        let path = above + JSONPointer.token(question.name)
        self.path = path
        var writer = JSONWriter()
        writer.name("path")
        writer.text(path)
        short = writer.bytes
        writer.name("id")
        writer.text(Array(path.dropFirst()))
        writer.name("page")
        writer.write(page)
        names = writer.bytes
        let inner = question.repeats ? path + "/*".utf8 : path
        var members: [QuestionSheet] = []
        for member in question.members {
            members.append(QuestionSheet(member, above: inner, page: page, language))
        }
        self.members = members
        hidden = Self.hidden(members)
        let count = question.declarations.count
        var variants: [QuestionVariant] = []
        if count == 1 {
            // It always says the same, also while it is not asked.
            variants.append(QuestionVariant(question, [true], language))
        } else if count <= Self.most {
            for bits in 0..<(1 << count) {
                let active = (0..<count).map { bits & (1 << $0) != 0 }
                variants.append(QuestionVariant(question, active, language))
            }
        }
        self.variants = variants
    }

    /// What is said while these declarations count; a bit for each, the first in the lowest.
    func variant(_ active: Int) -> QuestionVariant {
        if !varies, let only = variants.first { return only }
        if variants.indices.contains(active) { return variants[active] }
        let isActive = (0..<rules.declarations).map { $0 < Int.bitWidth && active & 1 << $0 != 0 }
        return QuestionVariant(question, isActive, language)
    }

    /// What is said while certain of many declarations count.
    func variant(_ view: QuestionView) -> QuestionVariant { QuestionVariant(question, view.active, language) }

    /// What is told about members that are neither shown nor answered.
    private static func hidden(_ members: [QuestionSheet]) -> [UInt8]? {
        var writer = JSONWriter()
        for member in members {
            guard !member.varies else { return nil }
            writer.beginObject()
            writer.raw(member.short)
            writer.raw(StateRows.flags[0])
            if member.repeats {
                writer.name("count")
                writer.integer(0)
            }
            writer.endObject()
            guard let inner = member.hidden else { return nil }
            if !inner.isEmpty { writer.raw(inner) }
        }
        return writer.bytes
    }

    /// How many bytes are written down.
    var size: Int {
        members.reduce(
            variants.reduce(path.count + names.count + short.count + (hidden?.count ?? 0)) { $0 + $1.size }
        ) { $0 + $1.size }
    }

    /// How many bytes a screen, or what changes of it, has about the question and its members, with some to spare.
    func room(_ detail: StateDetail) -> Int {
        let said = detail == .full || varies ? variants.reduce(0) { max($0, $1.size) } : 0
        let own = said + 80 + (detail == .full ? names.count + 20 : short.count)
        return members.reduce(own) { $0 + $1.room(detail) }
    }
}
