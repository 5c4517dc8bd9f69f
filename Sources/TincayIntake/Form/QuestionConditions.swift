/// The conditions on which questions depend, each kept once and known by its number.
struct QuestionConditions: Sendable {
    /// The conditions.
    private(set) var all: [QuestionCondition] = []
    /// The numbers of those that look at the objects of each level.
    private(set) var levels: [[Int]] = []
    /// The values that choose a branch, by the branch's schema.
    private(set) var values: [JSONIdentity: ValueSet] = [:]
    /// The number of each condition.
    private var numbers: [QuestionCondition: Int] = [:]

    /// The number of a condition, which is noted when it is new.
    mutating func number(_ test: QuestionCondition.Test, level: Int) -> Int {
        let condition = QuestionCondition(test: test, level: level)
        if let number = numbers[condition] { return number }
        let number = all.count
        numbers[condition] = number
        all.append(condition)
        while levels.count <= level { levels.append([]) }
        levels[level].append(number)
        return number
    }

    /// Notes the values that choose a branch.
    mutating func note(_ values: ValueSet, of branch: JSONValue) {
        self.values[branch.identity] = values
    }
}
