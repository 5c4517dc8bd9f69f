/// Turns an expression into steps.
struct PatternCompiler {
    /// The most steps of one expression: a repetition of a repetition would otherwise grow without bound.
    private static let most = 20_000
    /// The deepest nesting of groups.
    private static let deepest = 64

    /// The expression.
    private let text: [Unicode.Scalar]
    /// What is read next.
    private var position = 0
    /// The steps so far.
    private var steps: [PatternStep] = []
    /// How many groups are open.
    private var depth = 0
    /// How many more steps may be written, those that are taken back included.
    private(set) var room: Int

    /// Prepares to compile an expression into at most so many steps.
    init(_ text: [Unicode.Scalar], room: Int) {
        self.text = text
        self.room = room
    }

    /// The steps; nil when the expression is not one that is supported.
    mutating func compile() -> [PatternStep]? {
        guard alternatives(), position == text.count, append(.match) else { return nil }
        return steps
    }

    /// What is next, without reading it.
    private var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

    /// Reads one character, when it is next.
    private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// Adds a step, when there is room.
    private mutating func append(_ step: PatternStep) -> Bool {
        guard steps.count < Self.most, room > 0 else { return false }
        room -= 1
        steps.append(step)
        return true
    }

    /// Compiles what stands between bars.
    private mutating func alternatives() -> Bool {
        var start = steps.count
        var jumps: [Int] = []
        guard sequence() else { return false }
        while read("|") {
            let piece = Array(steps[start...])
            steps.removeSubrange(start...)
            guard append(.split(start + 1, start + 2 + piece.count)), copy(piece, from: start) else { return false }
            jumps.append(steps.count)
            guard append(.jump(0)) else { return false }
            start = steps.count
            guard sequence() else { return false }
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
        return true
    }

    /// Compiles one thing after the other.
    private mutating func sequence() -> Bool {
        while let scalar = next, scalar != "|", scalar != ")" {
            let start = steps.count
            guard item(), quantifier(start) else { return false }
        }
        return true
    }

    /// Compiles one thing.
    private mutating func item() -> Bool {
        guard let scalar = next else { return false }
        position += 1
        switch scalar {
        case "^": return append(.start)
        case "$": return append(.end)
        case ".": return append(.one(.any))
        case "(": return group()
        case "[": return bracket()
        case "\\": return escape()
        case "*", "+", "?", "{", "}", "]": return false
        default: return append(.one(PatternSet(ranges: [scalar.value...scalar.value])))
        }
    }

    /// Compiles a group; looking around is refused.
    private mutating func group() -> Bool {
        guard depth < Self.deepest else { return false }
        depth += 1
        defer { depth -= 1 }
        if read("?") {
            guard read(":") || read("<") && name() else { return false }
        }
        return alternatives() && read(")")
    }

    /// Reads the name of a group; nothing can refer to it.
    private mutating func name() -> Bool {
        guard let first = next, first != "=", first != "!" else { return false }
        while let scalar = next {
            position += 1
            if scalar == ">" { return true }
            guard PatternSet.isWord(scalar) || scalar == "$" else { return false }
        }
        return false
    }

    /// Compiles an escape outside of brackets.
    private mutating func escape() -> Bool {
        if read("b") { return append(.edge(true)) }
        if read("B") { return append(.edge(false)) }
        guard let ranges = escaped() else { return false }
        return append(.one(PatternSet(ranges: ranges)))
    }

    /// The characters that an escape stands for, its backslash already read.
    private mutating func escaped() -> [ClosedRange<UInt32>]? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "d": return PatternSet.digit
        case "D": return PatternSet.complement(of: PatternSet.digit)
        case "w": return PatternSet.word
        case "W": return PatternSet.complement(of: PatternSet.word)
        case "s": return PatternSet.space
        case "S": return PatternSet.complement(of: PatternSet.space)
        case "t": return [9...9]
        case "n": return [10...10]
        case "v": return [11...11]
        case "f": return [12...12]
        case "r": return [13...13]
        case "0": return next.map { $0.value >= 0x30 && $0.value <= 0x39 } == true ? nil : [0...0]
        case "c":
            guard let letter = next?.value, 0x41...0x5A ~= letter & ~0x20 else { return nil }
            position += 1
            return [letter % 32...letter % 32]
        case "x": return hexadecimal(2).map { [$0...$0] }
        case "u": return unicode().map { [$0...$0] }
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/", "-":
            return [scalar.value...scalar.value]
        default: return nil
        }
    }

    /// The character of `\u`, with four digits, a pair of surrogates, or braces.
    private mutating func unicode() -> UInt32? {
        if read("{") {
            var value: UInt32 = 0
            var count = 0
            while let digit = next.flatMap(Self.digit), count < 6 {
                value = value << 4 | digit
                count += 1
                position += 1
            }
            return count > 0 && read("}") && value <= 0x10FFFF ? value : nil
        }
        guard let high = hexadecimal(4) else { return nil }
        guard high & 0xFC00 == 0xD800, read("\\"), read("u"), let low = hexadecimal(4), low & 0xFC00 == 0xDC00 else {
            return high
        }
        return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
    }

    /// A number of exactly so many hexadecimal digits.
    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = next.flatMap(Self.digit) else { return nil }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    /// The value of a hexadecimal digit.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x30...0x39: scalar.value - 0x30
        case 0x41...0x46: scalar.value - 0x37
        case 0x61...0x66: scalar.value - 0x57
        default: nil
        }
    }

    /// Compiles a set in brackets.
    private mutating func bracket() -> Bool {
        var set = PatternSet()
        set.inverted = read("^")
        while let scalar = next, scalar != "]" {
            guard let first = member() else { return false }
            let isRange = next == "-" && position + 1 < text.count && text[position + 1] != "]"
            guard isRange, first.count == 1, let from = first.first, from.lowerBound == from.upperBound else {
                set.ranges += first
                continue
            }
            position += 1
            guard let last = member(), last.count == 1, let to = last.first, to.lowerBound == to.upperBound,
                from.lowerBound <= to.lowerBound
            else { return false }
            set.ranges.append(from.lowerBound...to.lowerBound)
        }
        return read("]") && append(.one(set))
    }

    /// One member of a set in brackets.
    private mutating func member() -> [ClosedRange<UInt32>]? {
        guard let scalar = next else { return nil }
        position += 1
        guard scalar == "\\" else { return [scalar.value...scalar.value] }
        return read("b") ? [8...8] : escaped()
    }

    /// Repeats what was compiled since `start` as the quantifier behind it says.
    private mutating func quantifier(_ start: Int) -> Bool {
        var least = 1
        var most: Int? = 1
        if read("*") {
            (least, most) = (0, nil)
        } else if read("+") {
            most = nil
        } else if read("?") {
            least = 0
        } else if read("{") {
            guard let first = number() else { return false }
            (least, most) = (first, first)
            if read(",") { most = next == "}" ? nil : number() ?? -1 }
            guard read("}"), most.map({ $0 >= least }) ?? true else { return false }
        } else {
            return true
        }
        // How greedy a quantifier is changes what is captured, not whether it matches.
        _ = read("?")
        return repeated(start, least: least, most: most)
    }

    /// A decimal number that a repetition can have.
    private mutating func number() -> Int? {
        var value = 0
        var count = 0
        while let scalar = next, let digit = Self.digit(scalar), digit < 10, count < 5 {
            value = value * 10 + Int(digit)
            count += 1
            position += 1
        }
        return count > 0 ? value : nil
    }

    /// Writes a piece as often as it must be, and then as often as it may be.
    private mutating func repeated(_ start: Int, least: Int, most: Int?) -> Bool {
        let piece = Array(steps[start...])
        steps.removeSubrange(start...)
        // Nothing, however often, is nothing; the loops below are bounded by the steps that they write.
        guard !piece.isEmpty else { return true }
        for _ in 0..<least { guard copy(piece, from: start) else { return false } }
        guard let most else {
            let split = steps.count
            guard append(.split(0, 0)), copy(piece, from: start), append(.jump(split)) else { return false }
            steps[split] = .split(split + 1, steps.count)
            return true
        }
        var splits: [Int] = []
        for _ in least..<most {
            splits.append(steps.count)
            guard append(.split(0, 0)), copy(piece, from: start) else { return false }
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
        return true
    }

    /// Writes a piece at the end, with its jumps moved along.
    private mutating func copy(_ piece: [PatternStep], from start: Int) -> Bool {
        let distance = steps.count - start
        for step in piece { guard append(Self.moved(step, by: distance, from: start)) else { return false } }
        return true
    }

    /// A step whose targets behind `start` have moved.
    private static func moved(_ step: PatternStep, by distance: Int, from start: Int) -> PatternStep {
        switch step {
        case .split(let first, let second):
            .split(first >= start ? first + distance : first, second >= start ? second + distance : second)
        case .jump(let target): .jump(target >= start ? target + distance : target)
        default: step
        }
    }
}
