/// Reads an expression as ECMA-262 has it with the flag `u`.
///
/// What cannot be matched here (back references, looking around) is read all the same, so that an expression can be
/// told from a mistake.
struct PatternParser {
    /// The deepest nesting of groups in an expression that is matched.
    private static let deepest = 100
    /// The deepest nesting of groups that is read.
    private static let abyss = 10_000
    /// The most groups with a name.
    private static let mostNames = 1_000

    /// The expression.
    let text: [Unicode.Scalar]
    /// What is read next.
    var position = 0
    /// The parts so far.
    var tree: PatternTree
    /// The groups that are open, the whole expression first.
    var frames: [PatternFrame] = []
    /// The group that was opened last, or the whole expression.
    var frame = PatternFrame(.plain)
    /// What the text must look like from its start on, or must not.
    private(set) var conditions: [(part: Int, isNegated: Bool)] = []
    /// Whether all that was read can be matched.
    var isLinear = true
    /// How many groups capture.
    var captures = 0
    /// The greatest group that is referred to by number.
    var greatestReference = 0
    /// The names of groups.
    private var names: Set<[UInt8]> = []
    /// How many groups have a name.
    private var nameCount = 0
    /// The names of groups that are referred to.
    var references: [[UInt32]] = []

    /// The properties that were named.
    var properties: [UnicodeProperty] = []
    /// The place of each among them.
    var propertyPlaces: [[UInt8]: Int] = [:]
    /// The property that was named last, with the characters that have it.
    var lastProperty: (property: UnicodeProperty, set: ScalarSet)?

    /// The characters that can begin the name of a group, and those that can follow, once they were asked for.
    var nameParts: (first: ScalarSet, others: ScalarSet)?

    /// Prepares to read an expression whose parts may take so many steps.
    init(_ text: [Unicode.Scalar], room: Int) {
        self.text = text
        tree = PatternTree(room: room)
    }

    /// Reads the whole expression, and gives its outermost part.
    @_optimize(size) mutating func parse() throws(PatternError) -> Int {
        while let scalar = next {
            switch scalar {
            case "|":
                position += 1
                frame.close(tree.sequence(frame.parts))
                // What is looked for at the start would be so for one alternative only.
                if frames.isEmpty, !conditions.isEmpty { isLinear = false }
            case "(":
                position += 1
                try open(group())
            case ")":
                position += 1
                try closeGroup()
            default:
                try term()
            }
        }
        guard frames.isEmpty, greatestReference <= captures else { throw .syntax }
        for reference in references where !names.contains(Self.bytes(of: reference)) { throw .syntax }
        frame.close(tree.sequence(frame.parts))
        return tree.choice(frame.alternatives)
    }

    /// What is next, without reading it.
    var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

    /// Reads one character, when it is next.
    @_optimize(size) mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// Adds a part to what is open.
    @_optimize(size) mutating func append(_ part: Int) {
        if tree.hasRoom { frame.parts.append(part) }
    }

    /// Gives a group a name, which what is open may not have yet.
    @_optimize(size) mutating func insert(_ name: [UInt32]) throws(PatternError) {
        names.insert(Self.bytes(of: name))
        nameCount += 1
        guard nameCount <= Self.mostNames else { throw .tooLarge }
        guard frame.insert([name]) else { throw .syntax }
    }

    /// A name as bytes.
    @_optimize(size) private static func bytes(of name: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in name {
            for shift in [0, 8, 16] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: scalar >> shift)) }
        }
        return bytes
    }

    /// Opens a group.
    @_optimize(size) private mutating func open(_ kind: PatternGroup) throws(PatternError) {
        frames.append(frame)
        frame = PatternFrame(kind)
        if frames.count > Self.deepest { tree.overflow() }
        if frames.count > Self.abyss { throw .tooLarge }
    }

    /// Closes the group that was opened last, and reads how often it is.
    @_optimize(size) private mutating func closeGroup() throws(PatternError) {
        guard let outer = frames.popLast() else { throw .syntax }
        frame.close(tree.sequence(frame.parts))
        let part = tree.choice(frame.alternatives)
        let (kind, inner) = (frame.kind, frame.otherNames)
        frame = outer
        guard frame.insert(inner) else { throw .syntax }
        switch kind {
        case .plain: append(try quantified(part))
        case .ahead(let isNegated): look(for: part, isNegated: isNegated)
        case .behind: isLinear = false
        }
    }

    /// Looks ahead for a part, which can be done where nothing but the start of the text is before it.
    @_optimize(size) private mutating func look(for part: Int, isNegated: Bool) {
        guard tree.hasRoom else { return }
        guard frames.isEmpty, frame.alternatives.isEmpty, let start = frame.parts.first, frame.parts.count == 1,
            case .start = tree.nodes[start]
        else { return isLinear = false }
        conditions.append((tree.sequence([start, part]), isNegated))
    }

    /// Reads one thing that is no group.
    @_optimize(size) private mutating func term() throws(PatternError) {
        guard let scalar = next else { return }
        position += 1
        switch scalar {
        case "^": append(tree.add(.start))
        case "$": append(tree.add(.end))
        case "*", "+", "?", "{", "}", "]": throw .syntax
        case "\\":
            if read("b") {
                append(tree.add(.edge(true)))
            } else if read("B") {
                append(tree.add(.edge(false)))
            } else {
                append(try quantified(escape()))
            }
        case ".": append(try quantified(tree.add(ScalarSet.lineEnd.inverted)))
        case "[": append(try quantified(bracket()))
        default: append(try quantified(tree.add(.scalar(scalar.value))))
        }
    }
}
