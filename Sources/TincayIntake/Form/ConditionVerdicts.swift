/// Which of the conditions of a form hold for the answers so far; each is asked at most once about the answers as a
/// whole, and only when a question depends on it.
struct ConditionVerdicts {
    /// What is known about a condition.
    private enum Verdict {
        case unknown, holds, fails
    }

    /// The schemas, compiled.
    private let program: SchemaProgram
    /// The conditions.
    private let when: QuestionConditions
    /// The object that is looked at, and those around it, outermost first; nil where there is none.
    private var scopes: [JSONValue?]
    /// What is known about the answers as a whole.
    private var verdicts: [Verdict]
    /// What is left of the work for the answers.
    private let budget: WorkBudget
    /// What is found by name.
    private var index = MemberIndex()
    /// An object without members, in the place of a group that is not answered.
    private let empty: JSONValue?

    /// Prepares to ask about answers.
    init(
        _ when: QuestionConditions, _ program: SchemaProgram, answers: JSONValue, _ budget: WorkBudget = WorkBudget()
    ) {
        self.budget = budget
        self.program = program
        self.when = when
        scopes = [answers]
        verdicts = [Verdict](repeating: .unknown, count: when.all.count)
        empty = (try? JSONDocument(parsing: Array("{}".utf8), limits: .any))?.root
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
        case .answered(let name): return object.flatMap { index.member(name, of: $0) } != nil
        case .value(let name, let branch):
            guard let value = object.flatMap({ index.member(name, of: $0) }), let values = when.values[branch],
                budget.spend(8 + value.source.count * 2)
            else { return false }
            return values.holds(value)
        case .schema(let number, let holds):
            guard let object = object ?? empty else { return !holds }
            return program.accepts(object, entry: number, budget) == holds
        }
    }
}
