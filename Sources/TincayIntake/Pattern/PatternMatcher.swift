/// How an expression is matched.
final class PatternMatcher: Sendable {
    /// The expression as a table, when it has one.
    let automaton: PatternAutomaton?
    /// The expression as steps, when it has no table.
    let program: PatternProgram?

    /// Works out the table of an expression, if it is small and takes no more than a part of the room.
    init(_ program: PatternProgram, room: inout Int) {
        var allowance = room / 16
        let allowed = allowance
        automaton = PatternAutomaton(program, room: &allowance)
        room -= allowed - allowance
        self.program = automaton == nil ? program : nil
    }
}
