/// A form: what may be asked, what an acceptable answer is, how urgent it is, and who must get it.
///
/// It is a JSON Schema 2020-12 document; its `x-tincay` annotations, all optional, say how to ask and when to act.
public final class Form: Sendable {
    /// The form's name, or a plain schema's `$id`; empty when it has neither.
    public let id: [UInt8]
    /// The form's version; empty when it has none.
    public let version: [UInt8]
    /// The form exactly as it was read.
    public let source: [UInt8]

    /// The language that the form is written in first.
    let language: [UInt8]
    /// The document, which all of the rest points into.
    let document: JSONDocument
    /// The schema and the conditions, compiled.
    let program: SchemaProgram
    /// What is asked.
    let questionnaire: Questionnaire
    /// What is said about each question besides.
    let annotations: QuestionAnnotations
    /// What findings are said to be.
    let messages: Messages
    /// Rules about two answers.
    let comparisons: [Comparison]
    /// How urgent answers are.
    let triage: Triage
    /// Numbers to show.
    let hotlines: [Hotline]
    /// Which files may be kept with a report.
    public let attachments: AttachmentRule
    /// Whether the form was read without schemas from elsewhere, so that its source is all of it.
    public let isWhole: Bool
    /// The administrative units that codes are looked up in; nil when the host gave none.
    let units: UnitTable?
    /// What may stand in the way of an urgent report.
    let golden: GoldenRule
    /// What puts the texts of answers in order; nil in a plain schema, whose answers are taken as they are.
    let normalizer: AnswerNormalizer?
    /// The conditions, taken apart.
    let conditions: ConditionTree
    /// What screens say, by language, as far as somebody asked.
    let stateSheets = Shelf<StateSheet>()
    /// What results say, by language, as far as somebody asked.
    let resultSheets = Shelf<ResultSheet>()
    /// Which languages to try, as far as somebody asked.
    let preferences = Shelf<KeptPreference>()

    /// Which days nobody has to work, when the form or what was given with it says so.
    public var calendar: WorkingCalendar? { triage.calendar }

    /// Reads and compiles a form.
    @_optimize(size) public convenience init(
        parsing json: UnsafeRawBufferPointer, resources: FormResources = .none
    ) throws(FormError) {
        guard json.count <= JSONLimits.form.size else { throw .json(.tooLarge) }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        try self.init(parsing: unsafe [UInt8](json), resources: resources)
    }

    /// Reads and compiles a form that is already an array of bytes, with words in more languages from elsewhere.
    ///
    /// Words that are not complete, or not for this form, are left out.
    @_optimize(size) public convenience init(
        parsing json: [UInt8], resources: FormResources = .none, words overlays: [LanguageOverlay] = []
    ) throws(FormError) {
        let original: JSONDocument
        do throws(JSONError) {
            original = try JSONDocument(parsing: json, limits: .form)
        } catch {
            throw .json(error)
        }
        let document = WordTables.document(original, with: overlays)
        let root = document.root
        let header = try FormHeader(root)
        var conditions = FormConditions()
        let triage = try Triage(root, rules: original.root, resources, &conditions)
        let comparisons = try Comparison.all(root, &conditions)
        let hotlines = try Hotline.all(root)
        let attachments = try AttachmentRule(root)
        let messages = try Messages(root)
        var scanner = try QuestionScanner(document, options: resources.options, conditions: conditions)
        let found = try scanner.questions(of: root)
        let program = try SchemaProgram(
            compiling: document, scanner.references.resources, entries: scanner.conditions.schemas,
            options: resources.options)
        let questionnaire = try Questionnaire(root, found, scanner)
        let annotations = try QuestionAnnotations(questionnaire)
        try triage.check(program)
        if let source = root["x-tincay-derive"], triage.derivation.questionsOfAgeBand != nil,
            annotations.facets.contains(where: { $0.name == AgeBands.facet.bytes })
        {
            // The question would be in lists twice.
            throw .refused(.annotation, at: source)
        }
        let units = try resources.pack("x-tincay-units").map { (pack) throws(FormError) in try UnitTable(pack) }
        self.init(
            source: json, document, header, program, messages, questionnaire, annotations, comparisons, triage,
            hotlines, attachments, units, isWhole: resources.options.documents.isEmpty)
    }

    /// Keeps what was compiled; apart, because a designated initialiser that throws leaks in Embedded Swift.
    @_optimize(size) private init(
        source: [UInt8], _ document: JSONDocument, _ header: FormHeader, _ program: SchemaProgram,
        _ messages: Messages, _ questionnaire: Questionnaire, _ annotations: QuestionAnnotations,
        _ comparisons: [Comparison], _ triage: Triage, _ hotlines: [Hotline], _ attachments: AttachmentRule,
        _ units: UnitTable?, isWhole: Bool
    ) {
        self.source = source
        self.document = document
        self.program = program
        conditions = ConditionTree(program)
        self.messages = messages
        self.questionnaire = questionnaire
        self.annotations = annotations
        self.comparisons = comparisons
        self.triage = triage
        self.hotlines = hotlines
        self.attachments = attachments
        self.units = units
        self.isWhole = isWhole
        golden = GoldenRule(document, program, questionnaire)
        let isForm = document.root["x-tincay-form"] != nil
        normalizer = isForm ? AnswerNormalizer(kinds: annotations.normalization, typed: annotations.typed) : nil
        id = header.id
        version = header.version
        language = header.language
    }

    /// Checks and triages answers.
    public func check(
        _ answers: UnsafeRawBufferPointer, language: [UInt8]?, at moment: Moment, for detail: CheckDetail = .report
    ) throws(JSONError) -> Checked {
        guard answers.count <= JSONLimits.report.size else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        return try check(unsafe [UInt8](answers), language: language, at: moment, for: detail)
    }

    /// Checks and triages answers that are already an array of bytes.
    public func check(
        _ answers: [UInt8], language: [UInt8]?, at moment: Moment, for detail: CheckDetail = .report
    ) throws(JSONError) -> Checked {
        let order = OrderedAnswers(try JSONDocument(parsing: answers, limits: .report).root, normalizer)
        let answers = order.answers
        let budget = WorkBudget(answers.document)
        let facts = triage.derivation.facts(answers, conditions, at: moment, budget)
        var judge = ConditionJudge(conditions, facts, budget)
        let outcome = triage.outcome(facts, &judge, at: moment)
        let findings = findings(answers, facts, &judge, at: moment) { _ in outcome.urgency }
        let accepted = !findings.contains { $0.severity == .error }
        let profile = questionnaire.profile(of: answers)
        let report = FormResult(self, preference(language, profile: profile))
        let result = report.result(
            accepted: accepted, profile: profile, findings: findings, outcome: outcome, order: order)
        let isKept = detail != .result
        let areTold = accepted || detail == .unfinished
        return Checked(
            accepted: accepted, urgency: outcome.urgency, due: outcome.due, profile: profile, result: result,
            triage: isKept ? report.triage(outcome) : [],
            facets: isKept ? facets(areTold ? answers : nil, on: moment.date) : [],
            sections: isKept && areTold ? sections(order.kept) : [],
            removed: outcome.removed.map { triage.codes.texts[$0] }, added: outcome.added.map { triage.codes.texts[$0] }
        )
    }

    /// Everything that is wrong with answers; how urgent they are is asked only when something stands in the way.
    func findings(
        _ answers: JSONValue, _ facts: JSONValue, _ judge: inout ConditionJudge, at moment: Moment,
        urgency: (inout ConditionJudge) -> Urgency?
    ) -> [Finding] {
        let budget = judge.budget
        var findings = program.findings(answers, budget)
        if answers.kind != .object, !findings.contains(where: { $0.code == .type && $0.path.isEmpty }) {
            findings.append(Finding(code: .type, path: [], keyword: []))
        }
        findings += TextSafety(answers, looksForMistakes: normalizer != nil).findings
        for comparison in comparisons {
            if let finding = comparison.finding(facts, &judge, at: moment) { findings.append(finding) }
        }
        if let units { findings += units.findings(answers, annotations.units, on: moment.date) }
        if let key = triage.derivation.key, answers.member(key) != nil {
            let path = JSONPointer.token(key)
            if !findings.contains(where: { $0.code == .unknown && $0.path == path }) {
                findings.append(Finding(code: .unknown, path: path, keyword: Array("/x-tincay-derive".utf8)))
            }
        }
        if budget.isSpent, !findings.contains(where: { $0.code == .limit }) {
            findings.append(Finding(code: .limit, path: [], keyword: []))
        }
        guard !findings.isEmpty else { return [] }
        var refinement = FindingRefinement(self, answers, budget)
        guard findings.contains(where: { $0.severity == .error }), let urgency = urgency(&judge), urgency.isGolden
        else {
            return refinement.refined(findings) { $0 }
        }
        var golden = GoldenJudge(golden, answers, budget)
        let softened = findings.map { golden.softened($0) }
        let blocks = softened.contains { $0.severity == .error }
        let told = refinement.refined(findings) { golden.softened($0) }
        // What stands in the way is decided by what was found, and not by how it is told.
        guard told.contains(where: { $0.severity == .error }) != blocks else { return told }
        guard !blocks else { return FindingOrder(questionnaire).sorted(softened) }
        return told.map { finding in
            var finding = finding
            if finding.severity == .error { finding.severity = .warning }
            return finding
        }
    }
}
