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

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if let automaton {
            guard unsafe automaton.matches(text) else { return false }
        } else if let program {
            var simulation = PatternSimulation(program)
            guard unsafe simulation.matches(text) else { return false }
        }
        for condition in conditions where unsafe condition.matcher.matches(text) == condition.isNegated {
            return false
        }
        return true
    }
}
