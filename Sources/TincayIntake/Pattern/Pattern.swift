/// A regular expression as ECMA-262 has it with the flag `u`, matched in time linear in the text.
///
/// All possible positions in the expression advance together over the text, so that no expression and no text can make
/// it go back and try again. What cannot be matched that way (back references, looking around) is refused.
struct Pattern: Sendable {
    /// The expression.
    private let program: PatternProgram

    /// Compiles an expression into at most so many steps, which are taken off.
    init(_ expression: [UInt8], room: inout Int) throws(PatternError) {
        guard let text = String(validating: expression, as: UTF8.self) else { throw .syntax }
        var parser = PatternParser(Array(text.unicodeScalars), room: room)
        let part = try parser.parse()
        guard parser.isLinear else { throw .notLinear }
        room = parser.tree.room
        guard parser.tree.hasRoom, var builder = PatternBuilder(parser.tree),
            let program = builder.build(part, room: &room)
        else { throw .tooLarge }
        self.program = program
    }

    /// Whether a text is a regular expression, be it one that can be matched here or not.
    static func isExpression(_ text: [UInt8]) -> Bool {
        guard let text = String(validating: text, as: UTF8.self) else { return false }
        var parser = PatternParser(Array(text.unicodeScalars), room: 0)
        do throws(PatternError) {
            _ = try parser.parse()
            return true
        } catch {
            return false
        }
    }

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: [UInt8]) -> Bool {
        unsafe text.withUnsafeBufferPointer { unsafe matches($0) }
    }

    /// Whether the expression matches somewhere in a text, which is UTF-8.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var simulation = PatternSimulation(program)
        var reader = ScalarReader()
        while !simulation.hasMatched, let scalar = unsafe reader.read(text) {
            simulation.read(program.classes.number(of: scalar))
        }
        if !simulation.hasMatched { simulation.finish() }
        return simulation.hasMatched
    }
}
