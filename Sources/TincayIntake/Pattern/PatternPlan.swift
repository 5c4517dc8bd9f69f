/// An expression that has been read and written as steps, with the conditions on the text that stand in front of it.
struct PatternPlan {
    /// The longest expression.
    private static let longest = 1 << 17

    /// What is matched.
    let program: PatternProgram
    /// What the text must look like too, from its start on.
    private(set) var conditions: [(program: PatternProgram, isNegated: Bool)] = []

    /// Compiles an expression into at most so many steps, which are taken off.
    init(compiling expression: [UInt8], room: inout Int) throws(PatternError) {
        // Reading takes room too, and what is longer is never read.
        guard expression.count <= Self.longest, expression.count / 8 < room else { throw .tooLarge }
        room -= expression.count / 8
        guard let text = String(validating: expression, as: UTF8.self) else { throw .syntax }
        var parser = PatternParser(Array(text.unicodeScalars), room: room)
        let part = try parser.parse()
        guard parser.isLinear else { throw .notLinear }
        room = max(parser.tree.room, 0)
        guard parser.tree.hasRoom, var builder = PatternBuilder(parser.tree, room: &room),
            let program = builder.build(part, room: &room)
        else { throw .tooLarge }
        self.program = program
        for condition in parser.conditions {
            guard let program = builder.build(condition.part, room: &room) else { throw .tooLarge }
            conditions.append((program, condition.isNegated))
        }
    }
}
