/// What may stand in the way of an urgent report: only answers that cannot be read or do not belong, never one that is
/// missing or does not yet fit the others.
struct GoldenRule: Sendable {
    /// The form's schemas, compiled.
    let program: SchemaProgram
    /// The nodes of the form's schemas in which nothing stands in the way: `x-tincay-relax`.
    private let relaxed: [Range<Int>]
    /// The form.
    private let document: JSONDocument
    /// The questions, which know what their references lead to.
    private let questionnaire: Questionnaire

    /// Looks for the schemas that say so.
    @_optimize(size) init(_ document: JSONDocument, _ program: SchemaProgram, _ questionnaire: Questionnaire) {
        self.document = document
        self.program = program
        self.questionnaire = questionnaire
        var relaxed: [Range<Int>] = []
        for index in 0..<document.nodes.count where document.nodes[index].kind == .object {
            guard JSONValue(document: document, index: index)["x-tincay-relax"]?.boolean == true else { continue }
            relaxed.append(index..<Int(document.nodes[index].next))
        }
        self.relaxed = relaxed
    }

    /// A finding about an urgent report.
    func soften(_ finding: Finding, _ answers: JSONValue) -> Finding {
        var judge = GoldenJudge(self, answers)
        return judge.softened(finding)
    }

    /// Whether a finding comes from a schema that is relaxed, or from what such a schema refers to.
    func isRelaxed(_ finding: Finding) -> Bool {
        guard !relaxed.isEmpty, let schema = finding.schema else { return false }
        if schema.document === document, relaxed.contains(where: { $0.contains(schema.index) }) { return true }
        return isReferred(finding)
    }

    /// Whether a question on the way to a finding is relaxed where it refers to the schema that it shares with others.
    ///
    /// Whether the question is part of the form at all is not for its own schema to say.
    private func isReferred(_ finding: Finding) -> Bool {
        var names = JSONPointer.names(finding.path)[...]
        guard let first = names.popFirst(), let place = questionnaire.place(first) else { return false }
        var question = questionnaire.questions[place]
        while true {
            let isOwn = names.isEmpty && (finding.code == .unknown || finding.code == .irrelevant)
            if !isOwn, question.declarations.contains(where: { $0.schemas.contains(where: { Self.refers($0) }) }) {
                return true
            }
            if question.repeats { names = names.dropFirst() }
            guard let name = names.popFirst(), let inner = question.member(name) else { return false }
            question = inner
        }
    }

    /// Whether a schema is relaxed and refers to another one.
    private static func refers(_ schema: JSONValue) -> Bool {
        schema["x-tincay-relax"]?.boolean == true && (schema["$ref"] != nil || schema["$dynamicRef"] != nil)
    }
}
