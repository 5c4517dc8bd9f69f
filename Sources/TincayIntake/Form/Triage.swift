/// A form's rules about how urgent a report is: `x-tincay-triage`.
struct Triage: Sendable {
    /// The rules, in the order of the form.
    let rules: [TriageRule]
    /// The facts that rules see beside the answers.
    let derivation: Derivation
    /// The labels of the urgencies.
    private let labels: [(urgency: Urgency, source: JSONValue)]

    /// Reads a form's rules.
    init(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        derivation = try Derivation(root, &conditions)
        var rules: [TriageRule] = []
        if let list = root["x-tincay-triage"] {
            guard list.kind == .array else { throw .notAForm }
            for element in list.elements {
                let rule = try TriageRule(element, &conditions)
                guard !rules.contains(where: { $0.id == rule.id }) else { throw .notAForm }
                rules.append(rule)
            }
        }
        self.rules = rules
        var labels: [(urgency: Urgency, source: JSONValue)] = []
        if let list = root["x-tincay-urgencies"] {
            guard list.kind == .array else { throw .notAForm }
            for element in list.elements {
                guard let named = element["urgency"],
                    let urgency = Urgency.allCases.first(where: { named.isText($0.name) })
                else { throw .notAForm }
                try Wording.check(element["x-tincay-i18n"])
                labels.append((urgency, element))
            }
        }
        self.labels = labels
    }

    /// What the rules say about answers, complete and acceptable or not.
    ///
    /// Every rule is asked, so that neither the order of the rules nor that of the answers matters, and one more
    /// reason can only make a report more urgent.
    func outcome(_ answers: JSONValue, _ program: SchemaProgram, at moment: Moment) -> TriageOutcome {
        guard answers.kind == .object, !rules.isEmpty else { return .none }
        let facts = derivation.facts(answers, program, at: moment)
        var fired: [TriageRule] = []
        var deadlines: [TriageOutcome.Due] = []
        for rule in rules where program.accepts(facts, entry: rule.condition, undecided: true) {
            fired.append(rule)
            for deadline in rule.deadlines {
                if let condition = deadline.condition, !program.accepts(facts, entry: condition, undecided: true) {
                    continue
                }
                deadlines.append(
                    TriageOutcome.Due(rule: rule.id, deadline: deadline, moment: deadline.due(from: moment)))
            }
        }
        return TriageOutcome(rules: fired, deadlines: deadlines)
    }

    /// Refuses rules that go around in circles: they would never fire, and no report may hang on that.
    func check(_ program: SchemaProgram) throws(FormError) {
        guard let empty = try? JSONDocument(parsing: Array("{}".utf8), limits: .report) else { throw .notAForm }
        for rule in rules {
            let findings = program.findings(empty.root, entry: rule.condition)
            guard !findings.contains(where: { $0.code == .depth }) else { throw .notAForm }
        }
    }

    /// An urgency's label.
    func label(_ urgency: Urgency, _ language: LanguagePreference) -> [UInt8]? {
        guard let entry = labels.first(where: { $0.urgency == urgency }) else { return nil }
        return Wording.label([entry.source], language)
    }
}
