/// Judges what was found in one urgent report: whether it may stand in the way.
///
/// Several schemas that are tried at once fail as their branches do: when one branch fails only by what is missing, so
/// does the whole.
struct GoldenJudge {
    /// The most branches that are asked for one report; what is left then stands in the way.
    private static let most = 512
    /// How many choices may stand inside one another.
    private static let deepest = 8

    /// The rule.
    private let rule: GoldenRule
    /// The answers.
    private let answers: JSONValue
    /// How many branches may still be asked.
    private var left = Self.most
    /// What is left of the work for the report.
    private let budget: WorkBudget
    /// What is found by pointers.
    private var index = MemberIndex()

    /// Prepares to judge.
    init(_ rule: GoldenRule, _ answers: JSONValue, _ budget: WorkBudget = WorkBudget()) {
        self.rule = rule
        self.answers = answers
        self.budget = budget
    }

    /// A finding, as a warning when it must not stand in the way.
    @_optimize(size) mutating func softened(_ finding: Finding) -> Finding {
        guard finding.severity == .error, rule.isRelaxed(finding) || isGap(finding, inside: 0) else { return finding }
        var softened = finding
        softened.severity = .warning
        return softened
    }

    /// Whether a finding tells of something missing, or of answers that do not fit one another.
    @_optimize(size) private mutating func isGap(_ finding: Finding, inside depth: Int) -> Bool {
        switch finding.code {
        case .required, .dependentRequired, .minLength, .minItems, .minProperties, .contains, .minContains: return true
        case .maxItems, .maxContains, .uniqueItems, .compare: return true
        case .const, .enum: return isOtherWay(finding)
        case .not: return !isBan(finding)
        case .anyOf, .oneOf: return isGap(ofBranches: finding, inside: depth)
        default: return false
        }
    }

    /// Whether a yes-or-no answer is only not the one that is wanted; any code that is not on its list is malformed.
    @_optimize(size) private mutating func isOtherWay(_ finding: Finding) -> Bool {
        guard index.value(at: finding.path, from: answers)?.kind == .boolean, let schema = finding.schema else {
            return false
        }
        return schema["const"]?.kind == .boolean || schema["enum"]?.elements.contains { $0.kind == .boolean } ?? false
    }

    /// Whether a schema under `not` bans members of which one is there, which is as if the form did not have them.
    @_optimize(size) private mutating func isBan(_ finding: Finding) -> Bool {
        guard let banned = finding.schema?["not"].map({ QuestionScanner.banned($0) }),
            let object = index.value(at: finding.path, from: answers)
        else { return false }
        return banned.contains { index.member($0, of: object) != nil }
    }

    /// Whether one of the branches fails by nothing but gaps, or more of them hold than should.
    @_optimize(size) private mutating func isGap(ofBranches finding: Finding, inside depth: Int) -> Bool {
        guard depth < Self.deepest, let list = finding.schema?[finding.code.name],
            let value = index.value(at: finding.path, from: answers)
        else { return false }
        for branch in list.elements {
            guard left > 0, let place = rule.program.place(of: branch) else { continue }
            left -= 1
            var findings: [Finding] = []
            for inner in rule.program.findings(value, at: place, budget) {
                findings.append(inner.moved(below: finding.path))
            }
            if isGap(findings, inside: depth + 1) { return true }
        }
        return false
    }

    /// Whether all of some findings are gaps.
    @_optimize(size) private mutating func isGap(_ findings: [Finding], inside depth: Int) -> Bool {
        for finding in findings where !rule.isRelaxed(finding) {
            guard isGap(finding, inside: depth) else { return false }
        }
        return true
    }
}

extension SchemaProgram {
    /// The place of a schema by where it stands; nil when nothing leads to it.
    @_optimize(size) func place(of schema: JSONValue) -> Int32? {
        sources.firstIndex { $0.identity == schema.identity }.map { Int32(truncatingIfNeeded: $0) }
    }

    /// Everything that is wrong with a value by the schema of a place.
    @_optimize(size) func findings(_ instance: JSONValue, at place: Int32, _ budget: WorkBudget) -> [Finding] {
        var evaluator = SchemaEvaluator(self, instance, collecting: true, work: budget.left)
        let accepted = evaluator.check(place, Int32(truncatingIfNeeded: instance.index))
        budget.left = evaluator.left
        let findings = evaluator.findings
        guard evaluator.gaveUp || !accepted && findings.isEmpty else { return findings }
        return findings + [Finding(code: evaluator.left < 0 ? .limit : .depth, path: [], keyword: [])]
    }
}
