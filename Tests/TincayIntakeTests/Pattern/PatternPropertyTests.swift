import Testing

@testable import TincayIntake

@Suite("Random patterns")
struct PatternPropertyTests {
    @Test("match just what their definition says", arguments: UInt64(1)...8)
    func definition(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let expression = ReferenceExpression.random(depth: 4, from: &generator)
            let pattern = try pattern(expression.text)
            var room = 500_000
            let program = try PatternPlan(compiling: [UInt8](expression.text.utf8), room: &room).program
            for _ in 0..<12 {
                let text = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                    ReferenceExpression.alphabet.randomElement(using: &generator) ?? "a"
                }
                var written = String.UnicodeScalarView()
                written.append(contentsOf: text)
                var simulation = PatternSimulation(program)
                let simulated = [UInt8](String(written).utf8).withUnsafeBufferPointer { simulation.matches($0) }
                #expect(simulated == expression.matches(text), "\(expression.text) in \(text), simulated")
                var search = PatternSearch(program)
                var effort = Int.max
                let found = [UInt8](String(written).utf8).withUnsafeBufferPointer {
                    search.matches($0, effort: &effort)
                }
                #expect(found == expression.matches(text), "\(expression.text) in \(text), searched")
                #expect(
                    pattern.matches([UInt8](String(written).utf8)) == expression.matches(text),
                    "\(expression.text) in \(text)")
            }
        }
    }

    @Test("of any bytes are compiled or refused, and survive any text", arguments: UInt64(1)...4)
    func noise(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces: [String] = [
            "a", "b", "(", ")", "(?:", "(?<n>", "(?=", "[", "[^", "]", "-", "{2}", "{0,3}", "{", "}", "*", "+", "?",
            "|",
            "^", "$", ".", "\\", "\\b", "\\d", "\\W", "\\p{L}", "\\u00e9", "\\1", "é", "1", ",", "\u{1F432}",
        ]
        for _ in 0..<5000 {
            var expression = (0..<Int.random(in: 1...12, using: &generator)).flatMap { _ in
                [UInt8]((pieces.randomElement(using: &generator) ?? "").utf8)
            }
            if Int.random(in: 0..<8, using: &generator) == 0 {
                expression.append(.random(in: 0...255, using: &generator))
            }
            var room = 2000
            let pattern = try? Pattern(expression, room: &room)
            #expect((0...2000).contains(room))
            #expect(pattern == nil || Pattern.isExpression(expression))
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = pattern?.matches(text)
        }
    }
}
