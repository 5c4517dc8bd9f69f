/// A form's rules about how urgent a report is: `x-tincay-triage`.
struct Triage: Sendable {
    /// The most rules of a form.
    private static let most = 2_000

    /// The rules, in the order of the form.
    let rules: [TriageRule]
    /// Where reports go instead.
    let routes: [TriageRoute]
    /// The codes that they use.
    let codes: TriageCodes
    /// The facts that rules see beside the answers.
    let derivation: Derivation
    /// The digest of everything that judges, to be kept with a report.
    let digest: [UInt8]
    /// Which days count as working days; nil when nobody says.
    let calendar: WorkingCalendar?
    /// The labels of the urgencies.
    private let labels: [(urgency: Urgency, source: JSONValue)]

    /// Reads a form's rules; `rules` is the form that their digest is taken of, without words that were added to it.
    @_optimize(size) init(
        _ root: JSONValue, rules original: JSONValue, _ resources: FormResources, _ conditions: inout FormConditions
    ) throws(FormError) {
        derivation = try Derivation(root, &conditions)
        var codes = TriageCodes()
        var rules: [TriageRule] = []
        if let list = root["x-tincay-triage"] {
            guard list.kind == .array else { throw .refused(.annotation, at: list) }
            guard list.count <= Self.most else { throw .refused(.tooLarge, at: list) }
            var ids: Set<[UInt8]> = []
            for element in list.elements {
                let rule = try TriageRule(element, &conditions, &codes)
                guard ids.insert(rule.id).inserted else { throw .refused(.annotation, at: element) }
                rules.append(rule)
            }
        }
        self.rules = rules
        labels = try Self.labels(root)
        routes = try TriageRoute.all(root, &conditions, &codes)
        self.codes = codes
        let calendar = resources.pack("x-tincay-calendar") ?? root["x-tincay-calendar"]
        self.calendar = try WorkingCalendar(calendar)
        guard root["x-tincay-triage"] != nil else {
            digest = []
            return
        }
        let text = RulesetText(
            original, flags: derivation.flags, calendar: calendar, documents: resources.options.documents)
        digest = RulesetDigest.hexadecimal(of: text.bytes)
    }

    /// What the rules say about answers with their facts, complete and acceptable or not.
    ///
    /// Every rule is asked, so that neither the order of the rules nor that of the answers matters, and one more
    /// reason can only make a report more urgent. A rule that cannot be decided counts as one that fired.
    func outcome(_ facts: JSONValue, _ judge: inout ConditionJudge, at moment: Moment) -> TriageOutcome {
        guard facts.kind == .object, !rules.isEmpty || !routes.isEmpty else { return .none }
        var fired: [Int] = []
        var due: [TriageOutcome.Due] = []
        for rule in rules.indices where judge.holds(rules[rule].condition, undecided: true) { fired.append(rule) }
        fired = TriageOutcome.counting(fired, rules)
        for rule in fired { note(&due, rule, &judge, at: moment) }
        var taken: [Int] = []
        for route in routes.indices where judge.holds(routes[route].condition, undecided: true) { taken.append(route) }
        return TriageOutcome(self, rules: fired, routes: taken, deadlines: due)
    }

    /// Notes the deadlines of a rule that fired.
    private func note(
        _ due: inout [TriageOutcome.Due], _ rule: Int, _ judge: inout ConditionJudge, at moment: Moment
    ) {
        let deadlines = rules[rule].deadlines
        guard !deadlines.isEmpty else { return }
        var applying: [Int] = []
        for deadline in deadlines.indices {
            if let condition = deadlines[deadline].condition, !judge.holds(condition, undecided: true) { continue }
            applying.append(deadline)
        }
        for entry in DeadlineChoice(deadlines, applying: applying, on: moment.days).chosen {
            let end = deadlines[entry.deadline].due(from: moment, calendar)
            due.append(
                TriageOutcome.Due(
                    rule: rule, deadline: entry.deadline, moment: end.moment, calendar: end.calendar,
                    isAtOnce: deadlines[entry.deadline].alarm != nil, standing: entry.standing, order: due.count))
        }
    }

    /// Refuses conditions that go around in circles: they would always hold, and no report may hang on that.
    func check(_ program: SchemaProgram) throws(FormError) {
        guard let empty = try? JSONDocument(parsing: Array("{}".utf8), limits: .report).root else { return }
        let budget = WorkBudget()
        for rule in rules {
            try Self.check(rule.condition, of: rule.source, program, empty, budget)
            for condition in rule.deadlines.compactMap({ $0.condition }) {
                try Self.check(condition, of: rule.source, program, empty, budget)
            }
        }
        for route in routes { try Self.check(route.condition, of: route.source, program, empty, budget) }
        for flag in derivation.flags { try Self.check(flag.condition, of: flag.source, program, empty, budget) }
    }

    /// Refuses one condition that goes around in circles.
    private static func check(
        _ condition: Int, of source: JSONValue, _ program: SchemaProgram, _ empty: JSONValue, _ budget: WorkBudget
    ) throws(FormError) {
        let findings = program.findings(empty, entry: condition, budget)
        guard !findings.contains(where: { $0.code == .depth || $0.code == .limit }) else {
            throw .refused(.circular, at: source)
        }
    }

    /// An urgency's label.
    func label(_ urgency: Urgency, _ language: LanguagePreference) -> [UInt8]? {
        guard let entry = labels.first(where: { $0.urgency == urgency }) else { return nil }
        return Wording.label([entry.source], language)
    }

    /// Reads the labels of the urgencies.
    @_optimize(size) private static func labels(_ root: JSONValue) throws(FormError) -> [(
        urgency: Urgency, source: JSONValue
    )] {
        var labels: [(urgency: Urgency, source: JSONValue)] = []
        guard let list = root["x-tincay-urgencies"] else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        for element in list.elements {
            guard let urgency = element["urgency"].flatMap({ Urgency($0) }) else {
                throw .refused(.annotation, at: element)
            }
            try Wording.check(element["x-tincay-i18n"])
            labels.append((urgency, element))
        }
        return labels
    }
}
