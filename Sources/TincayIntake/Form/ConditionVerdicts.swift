/// Which of the conditions of a form hold for the answers so far; each is asked at most once about the answers as a
/// whole, and only when a question depends on it.
struct ConditionVerdicts {
    /// What is known about a condition.
    private enum Verdict {
        case unknown, holds, fails
    }

    /// The schemas, taken apart.
    private let tree: ConditionTree
    /// The conditions.
    private let when: QuestionConditions
    /// Judges about the answers as a whole, once something is asked about them.
    private var judge: ConditionJudge?
    /// The object that is looked at, and those around it, outermost first; nil where there is none.
    private var scopes: [JSONValue?]
    /// What is known about the answers as a whole.
    private var verdicts: [Verdict]
    /// An object without members, in the place of a group that is not answered.
    private static let empty = try? JSONDocument(parsing: Array("{}".utf8), limits: .any)

    /// Prepares to ask about answers.
    init(_ when: QuestionConditions, _ tree: ConditionTree, answers: JSONValue) {
        self.tree = tree
        self.when = when
        scopes = [answers]
        verdicts = [Verdict](repeating: .unknown, count: when.all.count)
    }

    /// Goes into a group or an element of a list.
    mutating func enter(_ object: JSONValue?) { scopes.append(object?.kind == .object ? object : nil) }

    /// Comes back out.
    mutating func leave() { _ = scopes.popLast() }

    /// Whether all of some conditions hold.
    mutating func hold(_ numbers: [Int]) -> Bool {
        for number in numbers {
            guard when.all.indices.contains(number) else { return false }
            let condition = when.all[number]
            guard condition.level == 0 else {
                guard holds(condition) else { return false }
                continue
            }
            if verdicts[number] == .unknown { verdicts[number] = holds(condition) ? .holds : .fails }
            guard verdicts[number] == .holds else { return false }
        }
        return true
    }

    /// Whether one condition holds.
    private mutating func holds(_ condition: QuestionCondition) -> Bool {
        guard condition.level < scopes.count else { return false }
        let object = scopes[condition.level]
        switch condition.test {
        case .answered(let name): return object?.member(name) != nil
        case .value(let name, let branch):
            guard let value = object?.member(name), let values = when.values[branch] else { return false }
            return values.holds(value)
        case .schema(let number, let holds):
            guard condition.level > 0, let object = object ?? Self.empty?.root else {
                if judge == nil, let object { judge = ConditionJudge(tree, object) }
                return judge?.holds(number) ?? false == holds
            }
            return tree.program.accepts(object, entry: number) == holds
        }
    }
}
