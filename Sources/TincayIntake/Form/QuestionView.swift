/// A question as it stands after the answers so far.
struct QuestionView {
    /// Whether the form takes an answer now.
    let isDeclared: Bool
    /// Whether the form wants an answer now.
    let isDemanded: Bool
    /// Which of the declarations count now, in their order.
    let active: [Bool]

    /// The only declaration counts.
    private static let yes = [true]
    /// The only declaration does not count.
    private static let no = [false]

    /// Takes some declarations for those that count.
    init(active: [Bool]) {
        self.active = active
        isDeclared = active.contains(true)
        isDemanded = false
    }

    /// Looks at a question.
    init(_ question: Question, _ verdicts: inout ConditionVerdicts) {
        var isDeclared = false
        if question.declarations.count == 1 {
            // Most questions are declared once, and nothing has to be kept for them.
            isDeclared = verdicts.hold(question.declarations[0].when)
            active = isDeclared ? Self.yes : Self.no
        } else {
            var active = [Bool](repeating: false, count: question.declarations.count)
            for (place, declaration) in question.declarations.enumerated() where verdicts.hold(declaration.when) {
                active[place] = true
                isDeclared = true
            }
            self.active = active
        }
        self.isDeclared = isDeclared && !question.bans.contains { verdicts.hold($0) }
        isDemanded = self.isDeclared && question.demands.contains { verdicts.hold($0) }
    }

    /// The schemas of the declarations that count now, the later ones first; all of them when none counts.
    func schemas(_ question: Question) -> [JSONValue] {
        guard isDeclared else { return question.schemas }
        var schemas: [JSONValue] = []
        for place in question.declarations.indices.reversed() where active[place] {
            schemas += question.declarations[place].schemas
        }
        return schemas
    }

    /// The choices that all declarations offer that count now and have a list, as the most particular one orders them.
    func choices(_ question: Question) -> [ChoiceList.Choice] {
        var offered: ChoiceList?
        var seen: Set<JSONIdentity> = []
        for place in question.declarations.indices.reversed() where active[place] {
            guard let list = question.declarations[place].choices else { continue }
            // The same list again takes nothing away.
            if let first = list.choices.first, !seen.insert(first.value.identity).inserted { continue }
            if offered == nil { offered = list } else { offered?.keepOnly(list) }
        }
        return offered?.choices ?? []
    }
}
