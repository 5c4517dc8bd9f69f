/// Which of the conditions of a form hold for the answers so far; each is asked at most once about an object, and only
/// when a question depends on it.
struct ConditionVerdicts: ~Copyable {
    /// What is known about a condition.
    private enum Verdict {
        case unknown, holds, fails
    }

    /// The schemas, taken apart.
    private let tree: ConditionTree
    /// The conditions.
    private let when: QuestionConditions
    /// Judges about the answers as a whole.
    private var judge: ConditionJudge
    /// The object that is looked at, and those around it, outermost first; nil where there is none.
    private var scopes: [JSONValue?]
    /// What is known about the objects that are looked at.
    private var verdicts: [Verdict]
    /// Whether something is known about the object of each level.
    private var isAsked: [Bool]
    /// What is left of the work for the answers.
    private let budget: WorkBudget
    /// What is found by name.
    private var index = MemberIndex()
    /// An object without members, in the place of a group that is not answered.
    private static let empty = try? JSONDocument(parsing: Array("{}".utf8), limits: .any)

    /// Prepares to ask about answers.
    init(
        _ when: QuestionConditions, _ tree: ConditionTree, answers: JSONValue, _ budget: WorkBudget = WorkBudget()
    ) {
        self.tree = tree
        self.budget = budget
        self.when = when
        judge = ConditionJudge(tree, answers, budget)
        scopes = [answers]
        verdicts = [Verdict](repeating: .unknown, count: when.all.count)
        isAsked = [Bool](repeating: false, count: when.levels.count)
    }

    /// Goes into a group or an element of a list.
    mutating func enter(_ object: JSONValue?) {
        forget(scopes.count)
        scopes.append(object?.kind == .object ? object : nil)
    }

    /// Comes back out.
    mutating func leave() {
        _ = scopes.popLast()
        forget(scopes.count)
    }

    /// Forgets what is known about the object of a level, because there is another one now.
    private mutating func forget(_ level: Int) {
        guard level < isAsked.count, isAsked[level] else { return }
        isAsked[level] = false
        for number in when.levels[level] { verdicts[number] = .unknown }
    }

    /// Whether all of some conditions hold.
    mutating func hold(_ numbers: [Int]) -> Bool {
        for number in numbers {
            guard holds(number) else { return false }
        }
        return true
    }

    /// How a question stands: whether the form takes an answer now, whether it wants one, and which of the declarations
    /// count, the first one in the lowest bit, as far as there are bits.
    mutating func standing(of rules: QuestionRules) -> (isDeclared: Bool, isDemanded: Bool, active: Int) {
        var place = 0
        var active = 0
        var isDeclared = false
        for declaration in 0..<rules.declarations where hold(rules.numbers, &place) {
            isDeclared = true
            if declaration < Int.bitWidth { active |= 1 << declaration }
        }
        for _ in 0..<rules.bans where hold(rules.numbers, &place) { isDeclared = false }
        guard isDeclared else { return (false, false, active) }
        for _ in 0..<rules.demands where hold(rules.numbers, &place) { return (true, true, active) }
        return (true, false, active)
    }

    /// Whether all conditions of the group at a place of a list hold; the place moves on to the next one.
    @inline(__always) private mutating func hold(_ numbers: [Int32], _ place: inout Int) -> Bool {
        let end = place + 1 + Int(numbers[place])
        var index = place + 1
        place = end
        while index < end {
            guard holds(Int(numbers[index])) else { return false }
            index += 1
        }
        return true
    }

    /// Whether a condition holds.
    @inline(__always) private mutating func holds(_ number: Int) -> Bool {
        guard verdicts.indices.contains(number) else { return false }
        switch verdicts[number] {
        case .holds: return true
        case .fails: return false
        case .unknown: return ask(number)
        }
    }

    /// Asks whether a condition holds, and keeps the answer.
    private mutating func ask(_ number: Int) -> Bool {
        let condition = when.all[number]
        let holds = holds(condition)
        verdicts[number] = holds ? .holds : .fails
        isAsked[condition.level] = true
        return holds
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
            guard condition.level > 0, let object = object ?? Self.empty?.root else {
                return judge.holds(number) == holds
            }
            return tree.program.accepts(object, entry: number, budget) == holds
        }
    }
}
