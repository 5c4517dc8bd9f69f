import Testing

@testable import TincayIntake

/// What a search says about a text; nil when the effort was too little.
private func search(_ expression: String, _ text: String, effort: Int = .max) throws -> Bool? {
    var room = 500_000
    let program = try PatternPlan(compiling: [UInt8](expression.utf8), room: &room).program
    var search = PatternSearch(program)
    var left = effort
    return [UInt8](text.utf8).withUnsafeBufferPointer { search.matches($0, effort: &left) }
}

@Suite("Searching without a table")
struct PatternSearchTests {
    @Test(
        "is right however often its table was full",
        arguments: [
            ("(?:a|b)*a(?:a|b){12}c", "c"), ("[ab]{300}Z", "Z"), ("a.{40}b.{40}c", "c"), ("^(?:.{7})*$", ""),
            ("\\b[ab]{500,}\\b", " "), ("^[^c]*(?:a|b){40}$", ""), ("(?:ab|ba){20}c", "c"),
        ])
    func flushed(_ expression: String, end: String) throws {
        var generator = SeededGenerator(seed: 7)
        for count in [0, 1, 500, 7_000] {
            let text = String((0..<count).map { _ in Bool.random(using: &generator) ? "a" : "b" }) + end
            var room = 500_000
            let program = try PatternPlan(compiling: [UInt8](expression.utf8), room: &room).program
            var simulation = PatternSimulation(program)
            let simulated = [UInt8](text.utf8).withUnsafeBufferPointer { simulation.matches($0) }
            #expect(try search(expression, text) == simulated, "\(expression) on \(count)")
        }
    }

    @Test("says that it does not know when the effort is too little, and never something else")
    func effort() throws {
        let text = String(repeating: "a", count: 20_000)
        #expect(try search("[a-z]{3000}Z", text, effort: 100_000) == nil)
        #expect(try search("[a-z]{3000}Z", text + "Z") == true)
        #expect(try search("[a-z]{3000}Z", text) == false)
        for (text, isFound) in [("abbaabbabababaabababbbaabbc", true), ("abbaabbabababbbabababbbaabbc", false)] {
            #expect(try search("a(?:a|b){12}c", text) == isFound)
            for effort in stride(from: 0, to: 4_000, by: 37) {
                let told = try search("a(?:a|b){12}c", text, effort: effort)
                #expect(told == nil || told == isFound)
            }
        }
    }

    @Test("of a text that comes back to the same states costs little more than reading it")
    func cheap() throws {
        #expect(try search("(?:a|b)*a(?:a|b){3}c", String(repeating: "ab", count: 50_000), effort: 10_000) == false)
    }
}
