/// A form's rules about how urgent a report is: `x-tincay-triage`.
struct Triage: Sendable {
    /// The rules, in the order of the form.
    let rules: [TriageRule]
    /// Where reports go instead.
    let routes: [TriageRoute]
    /// The facts that rules see beside the answers.
    let derivation: Derivation
    /// The digest of everything that judges, to be kept with a report.
    let digest: [UInt8]
    /// Which days count as working days; nil when nobody says.
    private let calendar: WorkingCalendar?
    /// The labels of the urgencies.
    private let labels: [(urgency: Urgency, source: JSONValue)]

    /// Reads a form's rules.
    init(_ root: JSONValue, _ resources: FormResources, _ conditions: inout FormConditions) throws(FormError) {
        derivation = try Derivation(root, &conditions)
        var rules: [TriageRule] = []
        if let list = root["x-tincay-triage"] {
            guard list.kind == .array else { throw .refused(.annotation, at: list) }
            for element in list.elements {
                let rule = try TriageRule(element, &conditions)
                guard !rules.contains(where: { $0.id == rule.id }) else { throw .refused(.annotation, at: element) }
                rules.append(rule)
            }
        }
        self.rules = rules
        routes = try TriageRoute.all(root, &conditions)
        let calendar = resources.pack("x-tincay-calendar") ?? root["x-tincay-calendar"]
        self.calendar = try WorkingCalendar(calendar)
        digest = Self.digest(root, calendar)
        labels = try Self.labels(root)
    }

    /// The answers with the facts that rules see beside them.
    func facts(_ answers: JSONValue, _ program: SchemaProgram, at moment: Moment) -> JSONValue {
        derivation.facts(answers, program, at: moment)
    }

    /// What the rules say about answers with their facts, complete and acceptable or not.
    ///
    /// Every rule is asked, so that neither the order of the rules nor that of the answers matters, and one more
    /// reason can only make a report more urgent. A rule that cannot be decided counts as one that fired.
    func outcome(_ facts: JSONValue, _ program: SchemaProgram, at moment: Moment) -> TriageOutcome {
        guard facts.kind == .object, !rules.isEmpty else { return .none }
        var fired: [TriageRule] = []
        var due: [TriageOutcome.Due] = []
        for rule in rules where program.accepts(facts, entry: rule.condition, undecided: true) {
            fired.append(rule)
            due += deadlines(of: rule, facts, program, at: moment)
        }
        let taken = routes.filter { program.accepts(facts, entry: $0.condition, undecided: true) }
        return TriageOutcome(rules: fired, routes: taken, deadlines: due)
    }

    /// The deadlines of a rule that fired; where all of one kind are outdated, the latest of them still counts.
    private func deadlines(
        of rule: TriageRule, _ facts: JSONValue, _ program: SchemaProgram, at moment: Moment
    ) -> [TriageOutcome.Due] {
        let applying = rule.deadlines.filter { deadline in
            deadline.condition.map { program.accepts(facts, entry: $0, undecided: true) } ?? true
        }
        let today = moment.days
        var used: [(deadline: TriageDeadline, isExpired: Bool)] = []
        for deadline in applying {
            if deadline.validity.contains(today) {
                used.append((deadline, false))
            } else if !applying.contains(where: { $0.kind == deadline.kind && $0.validity.contains(today) }),
                !used.contains(where: { $0.deadline.kind == deadline.kind })
            {
                let same = applying.filter { $0.kind == deadline.kind }
                let latest = same.max { $0.validity.upperBound < $1.validity.upperBound } ?? deadline
                used.append((latest, true))
            }
        }
        return used.map { entry in
            let due = entry.deadline.due(from: moment, calendar)
            return TriageOutcome.Due(
                rule: rule.id, deadline: entry.deadline, moment: due.moment, calendar: due.calendar,
                isExpired: entry.isExpired)
        }
    }

    /// Refuses rules that go around in circles: they would always fire, and no report may hang on that.
    func check(_ program: SchemaProgram) throws(FormError) {
        guard let empty = try? JSONDocument(parsing: Array("{}".utf8), limits: .report) else { throw .notAForm }
        for rule in rules {
            let findings = program.findings(empty.root, entry: rule.condition)
            guard !findings.contains(where: { $0.code == .depth }) else {
                throw .refused(.circular, at: rule.source)
            }
        }
    }

    /// An urgency's label.
    func label(_ urgency: Urgency, _ language: LanguagePreference) -> [UInt8]? {
        guard let entry = labels.first(where: { $0.urgency == urgency }) else { return nil }
        return Wording.label([entry.source], language)
    }

    /// Reads the labels of the urgencies.
    private static func labels(_ root: JSONValue) throws(FormError) -> [(urgency: Urgency, source: JSONValue)] {
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

    /// The digest of the annotations that judge; their order and layout do not change it.
    private static func digest(_ root: JSONValue, _ calendar: JSONValue?) -> [UInt8] {
        guard root["x-tincay-triage"] != nil else { return [] }
        var bytes: [UInt8] = []
        for name in ["x-tincay-derive", "x-tincay-triage", "x-tincay-routes"] as [StaticString] {
            if let value = root[name] { bytes += name.bytes + CanonicalJSON.bytes(of: value) }
        }
        if let calendar { bytes += Array("x-tincay-calendar".utf8) + CanonicalJSON.bytes(of: calendar) }
        // Conditions may lean on definitions that several of them share.
        if let definitions = root["$defs"] { bytes += CanonicalJSON.bytes(of: definitions) }
        return RulesetDigest.hexadecimal(of: bytes)
    }
}
