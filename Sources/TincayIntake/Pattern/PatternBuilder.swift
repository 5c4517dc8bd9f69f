/// Writes the parts of an expression as steps.
struct PatternBuilder {
    /// What the tables of every expression take, in steps.
    private static let least = 16

    /// The parts.
    private let tree: PatternTree
    /// The classes of characters.
    private let classes: ScalarClasses
    /// The step that reads each set.
    private var readers: [PatternStep] = []
    /// Which classes the sets have.
    private var members: [UInt64] = []
    /// Whether the expression asks where words are.
    private var hasEdges = false
    /// The steps so far.
    private var steps: [PatternStep] = []

    /// Works out the classes of characters, which takes room; nil when there are too many.
    @_optimize(size) init?(_ tree: PatternTree, room: inout Int) {
        var scalars: [UInt32] = []
        for node in tree.nodes {
            switch node {
            case .scalar(let scalar): scalars.append(scalar)
            case .edge: hasEdges = true
            default: break
            }
        }
        scalars.sort()
        var partition = ScalarPartition(hasEdges ? tree.sets + [.word] : tree.sets, scalars: scalars)
        for set in tree.sets { guard partition.split(at: set) else { return nil } }
        if hasEdges { guard partition.split(at: .word) else { return nil } }
        for (place, scalar) in scalars.enumerated() where place == 0 || scalars[place - 1] != scalar {
            guard partition.split(at: ScalarSet(scalar)) else { return nil }
        }
        guard let classes = partition.classes else { return nil }
        self.tree = tree
        self.classes = classes
        room -= min(room, Self.least + classes.borders.count / 5 + partition.moves / 64)
        for set in tree.sets {
            let reader = read(set)
            if case .one = reader { room -= min(room, (classes.count + 255) / 256) }
            guard room > 0 else { return nil }
            readers.append(reader)
        }
    }

    /// Writes a part and the match behind it, which comes off the room; nil means that there is too little of it.
    mutating func build(_ part: Int, room: inout Int) -> PatternProgram? {
        guard room > 0 else { return nil }
        steps.removeAll()
        write(part)
        steps.append(.match)
        guard steps.count <= room else { return nil }
        room -= steps.count
        var words: [Bool] = []
        if hasEdges {
            words = [Bool](repeating: false, count: classes.count)
            for number in numbers(of: .word) { words[number] = true }
        }
        return PatternProgram(steps: steps, classes: classes, members: members, words: words)
    }

    /// The step that reads a set, whose classes are noted when they are not just one.
    private mutating func read(_ set: ScalarSet) -> PatternStep {
        let row = members.count
        let length = (classes.count + 63) / 64
        var only: Int?
        var isOnly = true
        for number in numbers(of: set) {
            if let only, only != number, isOnly {
                isOnly = false
                members += [UInt64](repeating: 0, count: length)
                members[row + only >> 6] |= 1 << UInt64(only & 63)
            }
            only = number
            if !isOnly { members[row + number >> 6] |= 1 << UInt64(number & 63) }
        }
        if isOnly, let only { return .single(UInt16(truncatingIfNeeded: only)) }
        if isOnly { members += [UInt64](repeating: 0, count: length) }
        return .one(UInt32(truncatingIfNeeded: row / length))
    }

    /// The classes that make up a set, each once or more often.
    private func numbers(of set: ScalarSet) -> [Int] {
        var result: [Int] = []
        for pair in 0..<set.count {
            var place = ScalarClasses.place(of: set.borders[2 * pair], in: classes.borders)
            while place < classes.borders.count, classes.borders[place] < set.borders[2 * pair + 1] {
                result.append(Int(classes.numbers[place]))
                place += 1
            }
        }
        return result
    }

    /// Writes a part; the tree has already bounded how much that is and how deep it goes.
    private mutating func write(_ part: Int) {
        switch tree.nodes[part] {
        case .empty: break
        case .scalar(let scalar): steps.append(.single(UInt16(truncatingIfNeeded: classes.number(of: scalar))))
        case .set(let set): steps.append(readers[set])
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .edge(let isWanted): steps.append(.edge(isWanted))
        case .sequence(let parts): for part in parts { write(part) }
        case .choice(let parts): write(parts)
        case .repeated(let part, let least, let most): write(part, least: least, most: most)
        }
    }

    /// Writes one part of several.
    private mutating func write(_ parts: [Int]) {
        var jumps: [Int] = []
        for (place, part) in parts.enumerated() {
            guard place < parts.count - 1 else {
                write(part)
                break
            }
            let split = steps.count
            steps.append(.split(0))
            write(part)
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(UInt32(truncatingIfNeeded: steps.count))
        }
        for jump in jumps { steps[jump] = .jump(UInt32(truncatingIfNeeded: steps.count)) }
    }

    /// Writes a part as often as it must be, and then as often as it may be.
    private mutating func write(_ part: Int, least: Int, most: Int?) {
        var start = steps.count
        for _ in 0..<least {
            start = steps.count
            write(part)
        }
        guard let most else {
            if least > 0 { return steps.append(.split(UInt32(truncatingIfNeeded: start))) }
            steps.append(.split(0))
            write(part)
            steps.append(.jump(UInt32(truncatingIfNeeded: start)))
            return steps[start] = .split(UInt32(truncatingIfNeeded: steps.count))
        }
        var splits: [Int] = []
        for _ in least..<most {
            splits.append(steps.count)
            steps.append(.split(0))
            write(part)
        }
        for split in splits { steps[split] = .split(UInt32(truncatingIfNeeded: steps.count)) }
    }
}
