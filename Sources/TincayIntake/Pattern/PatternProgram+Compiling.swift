extension PatternProgram {
    /// Compiles an expression into at most so many steps, which are taken off.
    init(compiling expression: [UInt8], room: inout Int) throws(PatternError) {
        guard let text = String(validating: expression, as: UTF8.self) else { throw .syntax }
        var parser = PatternParser(Array(text.unicodeScalars), room: room)
        let part = try parser.parse()
        guard parser.isLinear else { throw .notLinear }
        room = max(parser.tree.room, 0)
        guard parser.tree.hasRoom, var builder = PatternBuilder(parser.tree),
            let program = builder.build(part, room: &room)
        else { throw .tooLarge }
        self = program
    }
}
