/// Judges conditions about one set of answers; what several of them ask is asked once.
struct ConditionJudge: ~Copyable {
    /// What is known about a part.
    private enum Verdict: UInt8 {
        case unknown, holds, fails, undecided
    }

    /// The conditions.
    private let tree: ConditionTree
    /// Walks the schemas of members.
    private var evaluator: SchemaEvaluator
    /// The answers' node.
    private let root: Int32
    /// Whether there was enough work left to look at the answers; otherwise nothing is decided.
    private let isReady: Bool
    /// Whether the answers are an object, as the parts expect.
    private let isObject: Bool
    /// The node of the member of each name; -1 where there is none.
    private var members: [Int32]
    /// What is known about each part.
    private var verdicts: [Verdict]
    /// What is left of the work for the answers.
    let budget: WorkBudget

    /// Prepares to judge about answers.
    init(_ tree: ConditionTree, _ answers: JSONValue, _ budget: WorkBudget = WorkBudget()) {
        self.tree = tree
        self.budget = budget
        evaluator = SchemaEvaluator(tree.program, answers, collecting: false, work: 0)
        root = Int32(truncatingIfNeeded: answers.index)
        let node = evaluator.node(root)
        isObject = node.kind == .object
        verdicts = [Verdict](repeating: .unknown, count: tree.parts.count)
        members = [Int32](repeating: -1, count: tree.names.count)
        isReady = budget.spend(tree.parts.count >> 4 + node.count)
        guard isObject, isReady else { return }
        var name = root + 1
        for _ in 0..<node.count {
            if let number = Self.number(name, tree, &evaluator) { members[number] = name + 1 }
            name = evaluator.node(name + 1).next
        }
    }

    /// The number of the name at a node, when conditions ask about it.
    private static func number(_ place: Int32, _ tree: ConditionTree, _ evaluator: inout SchemaEvaluator) -> Int? {
        let node = evaluator.node(place)
        let mask = tree.slots.count - 1
        var slot = Int(node.hash) & mask
        while case let number = tree.slots[slot], number >= 0 {
            let name = tree.names[number]
            if tree.program.nameHashes[name] == node.hash, evaluator.isName(name, place, node) { return Int(number) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Whether the condition of a number holds; one that goes around in circles, or on and on, is `undecided`.
    mutating func holds(_ condition: Int, undecided: Bool = false) -> Bool {
        // Numbers come from the form that the conditions are of.
        guard isReady, condition >= 0, condition < tree.roots.count else { return undecided }
        let verdict = isObject ? verdict(tree.roots[condition]) : asked(tree.program.entryPlaces[condition], root)
        return verdict == .undecided ? undecided : verdict == .holds
    }

    /// What a part says; goes as deep as the conditions were taken apart.
    private mutating func verdict(_ number: Int32) -> Verdict {
        let known = verdicts[Int(number)]
        guard known == .unknown else { return known }
        let part = tree.parts[number]
        let verdict: Verdict
        switch part.test {
        case .always: verdict = .holds
        case .never: verdict = .fails
        case .all: verdict = joined(part, until: .fails, otherwise: .holds)
        case .any: verdict = joined(part, until: .holds, otherwise: .fails)
        case .not:
            switch self.verdict(part.first) {
            case .holds: verdict = .fails
            case .fails: verdict = .holds
            case let other: verdict = other
            }
        case .there: verdict = members[Int(part.first)] < 0 ? .fails : .holds
        case .member:
            let member = members[Int(part.first)]
            verdict = member < 0 ? .fails : asked(part.second, member)
        case .fits:
            let member = members[Int(part.first)]
            verdict = member < 0 ? .holds : asked(part.second, member)
        case .schema: verdict = asked(part.first, root)
        }
        verdicts[Int(number)] = verdict
        return verdict
    }

    /// What a list of parts says: one verdict of theirs that settles it, or else another.
    private mutating func joined(_ part: ConditionPart, until final: Verdict, otherwise: Verdict) -> Verdict {
        var result = otherwise
        for index in part.first..<part.first + part.second {
            let verdict = verdict(tree.lists[index])
            if verdict == final { return final }
            if verdict == .undecided { result = .undecided }
        }
        return result
    }

    /// What a schema says about a value.
    private mutating func asked(_ place: Int32, _ value: Int32) -> Verdict {
        guard budget.spend(1), let accepted = evaluator.verdict(place, value, budget) else { return .undecided }
        return accepted ? .holds : .fails
    }
}
