/// A regular expression in the part of ECMA-262 that real schemas use, matched in time linear in the text.
///
/// All possible positions in the expression advance together over the text, so that no expression and no text can make
/// it go back and try again. What cannot be matched that way (back references, looking around) is refused.
struct Pattern: Sendable {
    /// The steps; a position in the expression is an index into them.
    private let steps: [PatternStep]

    /// Compiles an expression into at most so many steps, which are taken off.
    init(_ expression: [UInt8], room: inout Int) throws(PatternError) {
        guard let text = String(validating: expression, as: UTF8.self) else { throw .syntax }
        var compiler = PatternCompiler(Array(text.unicodeScalars), room: room)
        defer { room = compiler.room }
        guard let steps = compiler.compile() else { throw .syntax }
        self.steps = steps
    }

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: [UInt8]) -> Bool {
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var current = PatternThreads(count: steps.count)
        var next = PatternThreads(count: steps.count)
        for position in 0...scalars.count {
            if follow(0, into: &current, scalars, position) { return true }
            guard position < scalars.count else { return false }
            next.clear()
            for place in current.places {
                guard case .one(let set) = steps[place], set.holds(scalars[position]) else { continue }
                if follow(place + 1, into: &next, scalars, position + 1) { return true }
            }
            swap(&current, &next)
        }
        return false
    }

    /// Enters a step and all that it leads to without reading; true when that is the end of the expression.
    private func follow(
        _ start: Int, into threads: inout PatternThreads, _ text: [Unicode.Scalar], _ position: Int
    ) -> Bool {
        var waiting = [start]
        while let place = waiting.popLast() {
            guard place < steps.count, threads.insert(place) else { continue }
            switch steps[place] {
            case .one: break
            case .split(let first, let second):
                waiting.append(second)
                waiting.append(first)
            case .jump(let target): waiting.append(target)
            case .start: if position == 0 { waiting.append(place + 1) }
            case .end: if position == text.count { waiting.append(place + 1) }
            case .edge(let wanted):
                let before = position > 0 && PatternSet.isWord(text[position - 1])
                let after = position < text.count && PatternSet.isWord(text[position])
                if (before != after) == wanted { waiting.append(place + 1) }
            case .match: return true
            }
        }
        return false
    }
}
