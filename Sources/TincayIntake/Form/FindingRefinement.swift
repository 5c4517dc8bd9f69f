/// Turns what the engine found into what a person should read: each defect once, at the field that it is about, in the
/// order of the questions.
///
/// It never changes the verdict: what is left out is left out beside another finding that is as severe.
struct FindingRefinement: ~Copyable {
    /// How many branches are looked into before findings are told as they are.
    private static let most = 64
    /// The most findings that one is told as.
    private static let mostInside = 1_000

    /// The form.
    private let form: Form
    /// The answers.
    private let answers: JSONValue
    /// What holds for the answers.
    private var verdicts: ConditionVerdicts
    /// What is left of the work for the report.
    private let budget: WorkBudget
    /// What is found by pointers.
    private var index = MemberIndex()
    /// The objects of which a branch was looked into.
    private var opened: Set<[UInt8]> = []
    /// Answers that are `unknown` only because the branch that has them failed.
    private var unmarked: Set<[UInt8]> = []
    /// Answers that are `unknown` although their questions are asked now.
    private var following: Set<[UInt8]> = []

    /// Prepares to refine what was found in answers.
    init(_ form: Form, _ answers: JSONValue, _ budget: WorkBudget = WorkBudget()) {
        self.form = form
        self.answers = answers
        self.budget = budget
        verdicts = ConditionVerdicts(form.questionnaire.when, form.conditions, answers: answers, budget)
    }

    /// The findings to tell; `soften` is asked before they are weighed against each other.
    mutating func refined(_ raw: [Finding], soften: (Finding) -> Finding) -> [Finding] {
        guard !raw.isEmpty else { return [] }
        let findings = expanded(raw).map { soften(renamed($0)) }.filter {
            !unmarked.contains($0.path) || $0.code != .unknown
        }
        var leading = findings.filter { !($0.code == .unknown && following.contains($0.path)) }
        if !leading.contains(where: { $0.severity == .error }) { leading = findings }
        var told = FindingSilence(leading).told
        let failed = findings.contains { $0.severity == .error }
        // A net under all of this: an error never disappears without another one that stays.
        if failed, !told.contains(where: { $0.severity == .error }) { told = findings }
        return FindingOrder(form.questionnaire).sorted(told)
    }

    /// The findings, with those about branches replaced by what is wrong inside the branch that was chosen.
    private mutating func expanded(_ raw: [Finding]) -> [Finding] {
        var waiting = Array(raw.reversed())
        var findings: [Finding] = []
        var left = Self.most
        while let finding = waiting.popLast() {
            guard left > 0, let inner = inner(finding) else {
                findings.append(finding)
                continue
            }
            left -= 1
            if finding.code != .not { opened.insert(finding.path) }
            waiting += inner.reversed()
        }
        return findings
    }

    /// What is really wrong where a finding speaks of several schemas; nil when nothing better is known.
    private mutating func inner(_ finding: Finding) -> [Finding]? {
        guard let schema = finding.schema else { return nil }
        switch finding.code {
        case .oneOf, .anyOf:
            guard let list = schema[finding.code.name], let object = index.value(at: finding.path, from: answers),
                object.kind == .object
            else { return nil }
            guard let discriminator = form.questionnaire.discriminators[list.identity] else {
                return finding.code == .anyOf ? missing(finding, list, object) : nil
            }
            guard let branch = discriminator.branch(of: object) else {
                let isThere = object.member(discriminator.name) != nil
                let path = finding.path + JSONPointer.token(discriminator.name)
                return [Finding(code: isThere ? .enum : .required, path: path, keyword: finding.keyword)]
            }
            let found = form.program.findings(object, entry: branch.entry, budget)
            return found.isEmpty ? nil : found.map { $0.moved(below: finding.path) }
        case .not:
            guard let banned = schema["not"].map({ QuestionScanner.banned($0) }), !banned.isEmpty,
                let object = index.value(at: finding.path, from: answers)
            else { return nil }
            let there = banned.filter { index.member($0, of: object) != nil }.prefix(Self.mostInside)
            guard !there.isEmpty else { return nil }
            let keyword = finding.keyword
            return there.map { name in
                Finding(
                    code: .irrelevant, path: finding.path + JSONPointer.token(name), keyword: keyword,
                    schema: schema)
            }
        default: return nil
        }
    }

    /// What is missing where one of several members has to be there: the first of them stands for all.
    private mutating func missing(_ finding: Finding, _ list: JSONValue, _ object: JSONValue) -> [Finding]? {
        let names = QuestionScanner.alternatives(list).filter { index.member($0, of: object) == nil }
        guard !names.isEmpty else { return nil }
        let keyword = finding.keyword
        return names.prefix(Self.mostInside).map { name in
            Finding(code: .required, path: finding.path + JSONPointer.token(name), keyword: keyword)
        }
    }

    /// A finding about an answer that is not taken: `irrelevant` when the form has the question, but not now.
    private mutating func renamed(_ finding: Finding) -> Finding {
        guard finding.code == .unknown || finding.code == .never, let isDeclared = isDeclared(finding.path) else {
            return finding
        }
        guard isDeclared else { return finding.coded(.irrelevant) }
        // The question is asked now; its answer was only not looked at, because something around it failed.
        guard finding.code == .unknown else { return finding }
        following.insert(finding.path)
        let around = finding.path.lastIndex(of: UInt8(ascii: "/")) ?? 0
        if opened.contains(Array(finding.path[..<around])), finding.isSaid(by: "unevaluatedProperties") {
            unmarked.insert(finding.path)
        }
        return finding
    }

    /// Whether the question at a path is asked now; nil when no question stands exactly there.
    private mutating func isDeclared(_ path: [UInt8]) -> Bool? {
        var names = JSONPointer.names(path)[...]
        guard let first = names.popFirst(), let place = form.questionnaire.place(first) else { return nil }
        var question = form.questionnaire.questions[place]
        var object = index.member(first, of: answers)
        var entered = 0
        defer { for _ in 0..<entered { verdicts.leave() } }
        while QuestionView(question, &verdicts).isDeclared {
            guard !names.isEmpty else { return true }
            if question.repeats {
                guard let position = names.popFirst() else { return nil }
                object = object.flatMap { index.value(at: JSONPointer.token(position), from: $0) }
            }
            guard let name = names.popFirst(), let inner = question.member(name) else { return nil }
            verdicts.enter(object)
            entered += 1
            object = object.flatMap { index.member(name, of: $0) }
            question = inner
        }
        // A group that is not asked is told as a whole; inside of it nothing is.
        return names.isEmpty ? false : nil
    }
}
