@testable import TincayIntake

/// A small expression, and by its very definition where it can end when it begins somewhere.
indirect enum ReferenceExpression {
    /// One of these characters, or one of all others.
    case oneOf([Unicode.Scalar], isInverted: Bool)
    /// The start of the text, its end, a word's edge, or the lack of one: `^`, `$`, `b` and `B`.
    case place(Unicode.Scalar)
    /// One after the other.
    case sequence([ReferenceExpression])
    /// One of several.
    case choice([ReferenceExpression])
    /// As often as said.
    case repeated(ReferenceExpression, Int, Int?)

    /// The characters that expressions and texts are made of: of words and not, of one byte to four.
    static let alphabet: [Unicode.Scalar] = ["a", "b", "-", "\n", "é", "ế", "\u{1F432}"]

    /// A random expression of at most this depth.
    static func random(depth: Int, from generator: inout SeededGenerator) -> ReferenceExpression {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 5), using: &generator) {
        case 0...3:
            let scalars = (0...Int.random(in: 0...1, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? "a"
            }
            return .oneOf(scalars, isInverted: Int.random(in: 0..<4, using: &generator) == 0)
        case 4: return .place((["^", "$", "b", "B"] as [Unicode.Scalar]).randomElement(using: &generator) ?? "^")
        case 5...7:
            return .sequence(
                (0..<Int.random(in: 0...3, using: &generator)).map { _ in random(depth: depth - 1, from: &generator) })
        case 8, 9:
            return .choice(
                (0...Int.random(in: 0...2, using: &generator)).map { _ in random(depth: depth - 1, from: &generator) })
        default:
            let least = Int.random(in: 0...2, using: &generator)
            let most = Bool.random(using: &generator) ? nil : least + Int.random(in: 0...2, using: &generator)
            return .repeated(random(depth: depth - 1, from: &generator), least, most)
        }
    }

    /// The expression as ECMA-262 writes it.
    var text: String {
        switch self {
        case .oneOf(let scalars, let isInverted):
            let inside = scalars.map { $0 == "-" ? "\\-" : String($0) }.joined()
            return "[\(isInverted ? "^" : "")\(inside)]"
        case .place("^"): return "^"
        case .place("$"): return "$"
        case .place(let letter): return "\\\(letter)"
        case .sequence(let parts): return parts.map { "(?:\($0.text))" }.joined()
        case .choice(let parts): return parts.map(\.text).joined(separator: "|")
        case .repeated(let part, let least, let most):
            return "(\(part.text)){\(least),\(most.map { String($0) } ?? "")}"
        }
    }

    /// Whether a place in a text is between a character of a word and one that is none.
    private static func isEdge(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        let words = text.map { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)) }
        return (place > 0 && words[place - 1]) != (place < text.count && words[place])
    }

    /// Where the expression can end when it begins at any of some places.
    func ends(_ text: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
        switch self {
        case .oneOf(let scalars, let isInverted):
            return Set(starts.filter { $0 < text.count && scalars.contains(text[$0]) != isInverted }.map { $0 + 1 })
        case .place("^"): return starts.intersection([0])
        case .place("$"): return starts.intersection([text.count])
        case .place(let letter): return starts.filter { Self.isEdge(text, $0) == (letter == "b") }
        case .sequence(let parts): return parts.reduce(starts) { $1.ends(text, from: $0) }
        case .choice(let parts): return parts.reduce(into: []) { $0.formUnion($1.ends(text, from: starts)) }
        case .repeated(let part, let least, let most):
            var current = starts
            for _ in 0..<least { current = part.ends(text, from: current) }
            var result = current
            // Beyond one turn for each place, an unbounded repetition finds nothing more.
            for _ in 0..<(most.map { $0 - least } ?? text.count + 1) {
                current = part.ends(text, from: current)
                result.formUnion(current)
            }
            return result
        }
    }

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: [Unicode.Scalar]) -> Bool {
        !ends(text, from: Set(0...text.count)).isEmpty
    }
}
