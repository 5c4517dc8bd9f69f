@testable import TincayIntake

/// Makes up answers to a form's own questions, of which some may be worrying, empty or reassuring.
struct AnswerGenerator {
    /// One answer: the question, and its JSON.
    struct Answer: Hashable {
        /// The name of the question.
        let name: String
        /// The answer.
        let json: String

        /// The answer as a member of an object.
        var member: String { "\"\(name)\":\(json)" }
    }

    /// The form.
    let form: Form
    /// Where chance comes from.
    var random: SeededGenerator

    /// Prepares to make up answers.
    init(_ form: Form, seed: UInt64) {
        self.form = form
        random = SeededGenerator(seed: seed)
    }

    /// The names of the questions, without the one that tells the profiles apart.
    var names: [String] {
        form.questionnaire.questions.filter { $0.name != form.questionnaire.profileName }.map { Self.text($0.name) }
    }

    /// Answers to some of the questions, also to those that nobody of the profile is asked.
    mutating func answers(_ count: Int) -> [Answer] {
        let profile = ["C", "B", "K"].randomElement(using: &random) ?? "C"
        var answers = [Answer(name: "profile", json: "\"\(profile)\"")]
        for name in names.shuffled(using: &random).prefix(count) {
            if let answer = answer(name) { answers.append(answer) }
        }
        return answers
    }

    /// An answer to a question; nil when none can be made up.
    mutating func answer(_ name: String) -> Answer? {
        guard let place = form.questionnaire.place(Array(name.utf8)),
            let json = json(form.questionnaire.questions[place], depth: 0)
        else { return nil }
        return Answer(name: name, json: json)
    }

    /// The codes that a question offers, as JSON.
    func codes(_ name: String) -> [String] {
        guard let place = form.questionnaire.place(Array(name.utf8)) else { return [] }
        return Self.codes(form.questionnaire.questions[place])
    }

    /// The codes that the declarations of a question offer, as JSON.
    private static func codes(_ question: Question) -> [String] {
        Set(question.declarations.flatMap { $0.choices?.choices ?? [] }.map { text($0.value.json) }).sorted()
    }

    /// An answer as JSON.
    private mutating func json(_ question: Question, depth: Int) -> String? {
        let codes = Self.codes(question)
        switch QuestionKind(of: question, schemas: question.schemas) {
        case .choice: return codes.randomElement(using: &random)
        case .choices:
            let count = Int.random(in: 1...3, using: &random)
            return "[" + codes.shuffled(using: &random).prefix(count).joined(separator: ",") + "]"
        case .boolean: return Bool.random(using: &random) ? "true" : "false"
        case .number: return "\(Int.random(in: 0...20, using: &random))"
        case .date: return "\"20\(Int.random(in: 10...26, using: &random))-03-11\""
        case .text: return ["\"abc\"", "\"cứu em\"", "\"khong sao\"", "\"\""].randomElement(using: &random)
        case .group: return object(question, depth: depth)
        case .repeat: return object(question, depth: depth).map { "[\($0)]" }
        case .list: return "[]"
        }
    }

    /// Answers to some members of a group.
    private mutating func object(_ question: Question, depth: Int) -> String? {
        guard depth < 3 else { return "{}" }
        var members: [String] = []
        for member in question.members where Bool.random(using: &random) {
            guard let json = json(member, depth: depth + 1) else { continue }
            members.append("\"\(Self.text(member.name))\":\(json)")
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    /// Bytes as a text.
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
