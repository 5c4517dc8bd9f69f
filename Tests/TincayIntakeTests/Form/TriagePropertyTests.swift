import Testing

@testable import TincayIntake

/// Numbers that are the same on every run.
private struct Fixed: RandomNumberGenerator {
    /// The state, any odd number to begin with.
    var state: UInt64

    /// The next number of a 64-bit shift generator.
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// Answers that give reason to worry, each able to make some rule fire.
private let worrying = [
    #""safe_now":"N""#, #""hurt_now":"Y""#, #""danger_reach":"Y""#, #""happening":"NOW""#, #""frequency":"OFTEN""#,
    #""self_harm":"PLAN_OR_ACT""#, #""weapon":"Y""#, #""concerns":["S0","V1","N1","L1","H","E"]"#,
    #""observed_signs":["ALONE","INJURY"]"#, #""poc_relation":"FATHER""#, #""poc_in_home":"Y""#,
    #""injury_facts":{"severity":"DEATH"}"#, #""living_with":"STREET""#, #""csg":["CSG09"]"#,
    #""contact_way":"CALL""#,
]

/// Answers that say nothing, by the questions that they answer.
private let empty = [
    "hurt_now", "danger_reach", "happening", "frequency", "self_harm", "weapon", "poc_relation", "poc_in_home",
    "living_with",
]

/// The place of a report among the urgencies, the most urgent first; the last one for none.
private func rank(_ answers: [String]) throws -> Int {
    try FormFixture.check("{" + answers.joined(separator: ",") + "}").checked.urgency?.rank ?? 7
}

@Test func addingAWorryingAnswerNeverLowersUrgency() throws {
    var random = Fixed(state: 0x5eed_0f_c0ffee)
    for _ in 0..<150 {
        var answers = [#""profile":"\#(["C", "B", "K"].randomElement(using: &random) ?? "C")""#]
        var last = 7
        for answer in worrying.shuffled(using: &random) {
            answers.append(answer)
            let now = try rank(answers)
            #expect(now <= last)
            last = now
        }
        #expect(last == 1)
    }
}

@Test func anAnswerThatSaysNothingNeverLowersUrgency() throws {
    var random = Fixed(state: 0xdecade)
    for _ in 0..<300 {
        let chosen = worrying.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
        let silent = empty.filter { name in !chosen.contains { $0.hasPrefix("\"\(name)\"") } }
        guard let name = silent.randomElement(using: &random) else { continue }
        let answers = [#""profile":"C""#] + chosen
        let code = Bool.random(using: &random) ? "UNK" : "PNS"
        #expect(try rank(answers + [#""\#(name)":"\#(code)""#]) <= rank(answers))
    }
}

@Test func theOrderOfAnswersChangesNothing() throws {
    var random = Fixed(state: 0xabcdef)
    for _ in 0..<100 {
        let chosen = worrying.shuffled(using: &random).prefix(6)
        let first = try FormFixture.check("{" + chosen.joined(separator: ",") + "}")
        let second = try FormFixture.check("{" + chosen.shuffled(using: &random).joined(separator: ",") + "}")
        #expect(first.rules == second.rules)
        #expect(first.deadlines == second.deadlines)
        #expect(first.destinations == second.destinations)
        #expect(first.checked.triage == second.checked.triage)
    }
}
