/// What a question depends on, as one list of the numbers of conditions: those of each declaration, each ban and each
/// demand, every group behind its own length.
struct QuestionRules: Sendable {
    /// The groups, one behind the other.
    let numbers: [Int32]
    /// How many of them are declarations, the first ones.
    let declarations: Int
    /// How many of them are bans, which come next.
    let bans: Int
    /// How many of them are demands, the last ones.
    let demands: Int

    /// Writes down what a question depends on.
    init(_ question: Question) {
        var numbers: [Int32] = []
        for group in question.declarations.map({ $0.when }) + question.bans + question.demands {
            numbers.append(Int32(truncatingIfNeeded: group.count))
            for number in group { numbers.append(Int32(truncatingIfNeeded: number)) }
        }
        self.numbers = numbers
        declarations = question.declarations.count
        bans = question.bans.count
        demands = question.demands.count
    }
}
