/// A question as it stands after the answers so far.
struct QuestionView {
    /// The schemas of the declarations that count now, the later ones first; all of them when none counts.
    let schemas: [JSONValue]
    /// Whether the form takes an answer now.
    let isDeclared: Bool
    /// Whether the form wants an answer now.
    let isDemanded: Bool
    /// Whether there is an answer.
    let isAnswered: Bool
    /// The declarations that count now.
    private let declarations: [Question.Declaration]

    /// Looks at a question beside the answers that it belongs to.
    init(_ question: Question, in answers: JSONValue?, _ program: SchemaProgram) {
        let counts: ([QuestionCondition]) -> Bool = { conditions in
            conditions.allSatisfy { condition in
                switch condition {
                case .answered(let name): return answers?.member(name) != nil
                case .schema(let number, let holds):
                    guard let answers else { return !holds }
                    return program.accepts(answers, entry: number) == holds
                }
            }
        }
        let active = question.declarations.filter { counts($0.conditions) }
        isDeclared = !active.isEmpty
        isDemanded = question.demands.contains { counts($0) }
        isAnswered = answers?.member(question.name).map { $0.kind != .null } ?? false
        declarations = active
        schemas = active.isEmpty ? question.schemas : active.reversed().flatMap { $0.schemas }
    }

    /// The choices that all declarations offer that have a list, as the most particular one orders them.
    func choices(_ resources: SchemaResources) -> [ChoiceList.Choice] {
        var offered: ChoiceList?
        for declaration in declarations.reversed() {
            guard let list = ChoiceList(in: declaration.schemas, resources: resources) else { continue }
            if offered == nil { offered = list } else { offered?.keepOnly(list) }
        }
        return offered?.choices ?? []
    }

    /// The least and the most of a number, of the characters of a text, or of the choices to make.
    func limits(_ kind: QuestionKind) -> (minimum: JSONValue?, maximum: JSONValue?) {
        switch kind {
        case .number: (first("minimum"), first("maximum"))
        case .text: (first("minLength"), first("maxLength"))
        case .choices: (first("minItems"), first("maxItems"))
        default: (nil, nil)
        }
    }

    /// A plain schema's explanation.
    var description: [UInt8]? { first("description")?.text }

    /// What a keyword says, in the most particular schema that has it.
    private func first(_ keyword: StaticString) -> JSONValue? {
        for schema in schemas {
            if let value = schema[keyword] { return value }
        }
        return nil
    }
}
