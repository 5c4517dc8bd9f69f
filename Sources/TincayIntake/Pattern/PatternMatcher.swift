/// How an expression is matched.
final class PatternMatcher: Sendable {
    /// The expression as a table, when it has one.
    private let automaton: PatternAutomaton?
    /// The expression as steps, when it has no table.
    private let program: PatternProgram?
    /// What the text must look like too.
    private let conditions: [PatternCondition]

    /// Works out the table of an expression, if it is small and takes no more than a part of the room.
    init(_ program: PatternProgram, _ conditions: [PatternCondition] = [], room: inout Int) {
        var allowance = room / 16
        let allowed = allowance
        automaton = PatternAutomaton(program, room: &allowance)
        room -= allowed - allowance
        self.program = automaton == nil ? program : nil
        self.conditions = conditions
    }

    /// Whether the expression matches somewhere in a text; nil when the effort, which is taken off, is too little.
    func matches(_ text: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        effort -= 8 + text.count >> 2
        if let automaton {
            guard unsafe automaton.matches(text) else { return false }
        } else if let program {
            var search = PatternSearch(program)
            guard let isFound = unsafe search.matches(text, effort: &effort) else { return nil }
            guard isFound else { return false }
        }
        for condition in conditions {
            guard let holds = unsafe condition.matcher.matches(text, effort: &effort) else { return nil }
            guard holds != condition.isNegated else { return false }
        }
        return true
    }
}
