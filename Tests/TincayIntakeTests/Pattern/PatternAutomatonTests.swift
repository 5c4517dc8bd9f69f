import Testing

@testable import TincayIntake

/// The program of an expression.
private func program(_ expression: String) throws(PatternError) -> PatternProgram {
    var room = 500_000
    return try PatternPlan(compiling: [UInt8](expression.utf8), room: &room).program
}

/// What the table of an expression takes, in steps; nil when it has none.
private func size(_ expression: String, room: Int = 30_000) throws(PatternError) -> Int? {
    var left = room
    let automaton = PatternAutomaton(try program(expression), room: &left)
    #expect((0...room).contains(left))
    return automaton == nil ? nil : room - left
}

@Suite("Patterns as tables")
struct PatternAutomatonTests {
    @Test(
        "what forms have is a small table",
        arguments: [
            "^[0-9]{12}$", "^[A-Z]{2}-[0-9]+$", "^(\\+84|0)[35789][0-9]{8}$", "^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$",
            "^[\\p{L}\\p{M}' -]{1,80}$", "\\bem\\b", "^\\S.*\\S$", "^(a+)+$", "^\\p{Script=Latin}+$", "^.{0,200}$",
        ])
    func small(_ expression: String) throws {
        let size = try size(expression)
        #expect(size.map { $0 < 100 } == true)
    }

    @Test(
        "an expression that would be a large table stays as it is",
        arguments: ["(?:a|b)*a(?:a|b){12}", "[a-z]{3000}", "a.{40}b", "(?:a.{0,30}b|b.{0,30}a)+c"])
    func large(_ expression: String) throws {
        #expect(try size(expression) == nil)
    }

    @Test("a table that there is no room for is not made, and the expression is matched all the same")
    func room() throws {
        #expect(try size("^[0-9]{12}$", room: 1) == nil)
        var room = 40
        let pattern = try Pattern([UInt8]("^[0-9]{12}$".utf8), room: &room)
        #expect(pattern.matches([UInt8]("079204001234".utf8)))
        #expect(!pattern.matches([UInt8]("07920400123".utf8)))
        #expect(room >= 0)
    }
}
