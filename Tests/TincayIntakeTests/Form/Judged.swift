@testable import TincayIntake

/// What triage alone says about answers, in an order of its own.
struct Judged: Equatable {
    /// The place among the urgencies, the most urgent first; the last one for none.
    let rank: Int
    /// The rules that fired.
    let rules: Set<String>
    /// What is due.
    let deadlines: [String]
    /// Who has to get the report.
    let destinations: Set<String>

    /// Asks a form about made-up answers.
    init(_ form: Form, _ answers: [AnswerGenerator.Answer]) throws {
        try self.init(form, json: "{" + answers.map { $0.member }.joined(separator: ",") + "}")
    }

    /// Asks a form about answers that are JSON already.
    init(_ form: Form, json: String) throws {
        let moment = FormFixture.monday
        let document = try JSONDocument(parsing: Array(json.utf8), limits: .report)
        let facts = form.triage.derivation.facts(document.root, form.conditions, at: moment)
        var judge = ConditionJudge(form.conditions, facts)
        let outcome = form.triage.outcome(facts, &judge, at: moment)
        rank = outcome.urgency?.rank ?? 7
        rules = Set(outcome.rules.map { String(decoding: form.triage.rules[$0].id, as: UTF8.self) })
        deadlines = outcome.deadlines.map { due in
            let rule = form.triage.rules[due.rule]
            let kind = rule.deadlines[due.deadline].kind
            return String(decoding: rule.id + [0x20] + kind + [0x20] + due.moment.text, as: UTF8.self)
        }.sorted()
        destinations = Set(outcome.destinations.map { String(decoding: form.triage.codes.texts[$0], as: UTF8.self) })
    }
}
