/// What a screen says about one question in one language, written down once.
final class QuestionSheet: Sendable {
    /// How many declarations a question may have for all their combinations to be written down.
    private static let most = 3

    /// The question.
    let question: Question
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
    /// What is said, by the declarations that count; nothing for a question with too many of them.
    private let variants: [QuestionVariant]
    /// The language.
    private let language: LanguagePreference

    /// Writes a question's words down.
    init(_ question: Question, above: [UInt8], page: [UInt8]?, _ language: LanguagePreference) {
        self.question = question
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

    /// What is said while these declarations count.
    func variant(_ view: QuestionView) -> QuestionVariant {
        if !varies, let only = variants.first { return only }
        var bits = 0
        for (place, isActive) in view.active.prefix(Self.most).enumerated() where isActive { bits |= 1 << place }
        if variants.indices.contains(bits) { return variants[bits] }
        return QuestionVariant(question, view.active, language)
    }

    /// Whether what is said depends on the answers.
    var varies: Bool { question.declarations.count > 1 }

    /// How many bytes are written down.
    var size: Int {
        members.reduce(variants.reduce(path.count + names.count + short.count) { $0 + $1.size }) { $0 + $1.size }
    }
}
