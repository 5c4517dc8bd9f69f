/// One walk of a program over one value.
///
/// It is never copied, and its methods are mutating also where they only read: it is too large to be handed on by value
/// for every member of every answer.
struct SchemaEvaluator: ~Copyable {
    /// How many schemas may be inside one another on the way to a value.
    ///
    /// Forms that go around in circles end here, as an answer that is not accepted. Small enough for a small stack.
    private static let deepest = 320
    /// The most findings of one walk, and the most bytes of their paths; one more finding says that there are more.
    private static let mostFindings = 1_000
    private static let mostPaths = 1 << 18

    /// What is asked.
    let program: SchemaProgram
    /// The text that is looked at.
    let document: JSONDocument
    /// What is read for every value, by the shortest way: the text, its nodes, and the program's lists.
    let text: PaddedText
    private let nodes: FixedList<JSONNode>
    private let codes: FixedList<SchemaCode>
    let steps: FixedList<SchemaStep>
    let slots: FixedList<NameTable.Slot>
    let names: PaddedText
    /// Whether to go on after the first thing that is wrong, and note all of them.
    var collecting: Bool
    /// What is wrong.
    private(set) var findings: [Finding] = []
    /// How many bytes their paths have.
    private var pathBytes = 0
    /// The code, node and name of each finding, so that none is noted twice; the set for when they are many.
    private var noted: [UInt64] = []
    private var manyNoted: Set<UInt64> = []
    /// The way to the value: name nodes, and the complements of positions; kept up only while collecting.
    ///
    /// A text is nested less deep than this has room.
    private var trail: [Int32]
    /// How long the way is.
    private var trailLength = 0
    /// Which children were looked at.
    var marks = MarkArena()
    /// How many schemas are open.
    private var depth = 0
    /// How much work is left: far more than any form needs for its answers.
    ///
    /// Forms whose branches double with every level end here, in the same way.
    private(set) var left: Int
    /// Whether some schema could not be asked to its end, so that what came out says nothing.
    private(set) var gaveUp = false
    /// The resources that are open, outermost first, for dynamic references.
    private(set) var scope: [Int32] = []
    /// Whether anything asks for these resources.
    private let usesScope: Bool
    /// What names are hashed with.
    let seed = JSONNameHash.seed

    /// Prepares to walk.
    init(_ program: SchemaProgram, _ instance: JSONValue, collecting: Bool, work: Int) {
        self.program = program
        document = instance.document
        text = document.text
        nodes = document.nodes
        codes = program.codes
        steps = program.steps
        slots = program.slots
        // SAFETY: the program keeps its names and the margin behind them as long as it lives.
        names = unsafe PaddedText(program.nameBytes.buffer)
        self.collecting = collecting
        trail = collecting ? [Int32](repeating: 0, count: 160) : []
        left = work
        usesScope = !program.dynamicPlaces.isEmpty
    }

    /// Asks a schema about a value as if nothing had been asked before; nil when it could not be asked to its end.
    mutating func verdict(_ place: Int32, _ value: Int32, _ budget: WorkBudget) -> Bool? {
        left = budget.left
        gaveUp = false
        let accepted = check(place, value)
        budget.left = left
        return gaveUp ? nil : accepted
    }

    /// The node of a value.
    @inline(__always) func node(_ value: Int32) -> JSONNode { nodes[value] }

    /// Takes work off what is left; false when there is none.
    @inline(__always) mutating func spend(_ work: Int) -> Bool {
        left &-= work
        guard left >= 0 else {
            gaveUp = true
            return false
        }
        return true
    }

    /// Whether a text matches; false also when there is not enough work left to tell.
    mutating func matches(_ pattern: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard spend(0), let holds = unsafe program.patterns[Int(pattern)].matches(text, effort: &left), spend(0) else {
            return false
        }
        return holds
    }

    /// Asks a schema about a value, and marks the children that it looked at in a frame, if there is one.
    mutating func check(_ place: Int32, _ value: Int32, _ frame: Int = -1) -> Bool {
        let code = codes[place]
        if let verdict = code.verdict {
            if !verdict { note(.never, place, nil, value) }
            return verdict
        }
        let node = node(value)
        guard spend(1 + Int(node.end &- node.start) >> 8), depth < Self.deepest else {
            gaveUp = true
            note(left < 0 ? .limit : .depth, place, nil, value)
            return false
        }
        if code.types != .all, !holds(code.types, node) {
            note(.type, place, .type, value)
            return false
        }
        guard code.begin < code.end else { return true }
        // A schema that asks what is left has a frame of its own, because it sees only what its own keywords look at.
        let opens = code.isUnevaluating && node.count > 0
        let height = marks.top
        var own = frame
        if opens {
            guard spend(node.count >> 5), let opened = marks.open(node.count) else {
                left = -1
                gaveUp = true
                return false
            }
            own = opened
        }
        depth &+= 1
        let enters = usesScope && scope.last != code.resource
        if enters { scope.append(code.resource) }
        let valid = run(code, node.kind, place, value, own)
        if enters { scope.removeLast() }
        depth &-= 1
        if opens {
            if frame >= 0 { marks.join(own, into: frame) }
            marks.close(to: height)
        }
        return valid
    }

    /// Runs the steps that are for a value of this kind.
    @inline(__always) private mutating func run(
        _ code: SchemaCode, _ kind: JSONKind, _ place: Int32, _ value: Int32, _ frame: Int
    ) -> Bool {
        var valid = true
        var step = code.begin
        while step < code.anyEnd {
            if !common(step, place, value, frame) {
                valid = false
                guard collecting else { return false }
            }
            step &+= 1
        }
        let end: Int32
        switch kind {
        case .object: (step, end) = (code.arrayEnd, code.objectEnd)
        case .string: (step, end) = (code.numberEnd, code.stringEnd)
        case .number: (step, end) = (code.anyEnd, code.numberEnd)
        case .array: (step, end) = (code.stringEnd, code.arrayEnd)
        case .null, .boolean: (step, end) = (0, 0)
        }
        while step < end {
            let holds: Bool
            switch kind {
            case .object: holds = object(step, place, value, frame)
            case .string: holds = string(step, place, value)
            case .number: holds = number(step, place, value)
            default: holds = array(step, place, value, frame)
            }
            if !holds {
                valid = false
                guard collecting else { return false }
            }
            step &+= 1
        }
        step = code.objectEnd
        while step < code.end {
            if !rest(step, place, value, frame) {
                valid = false
                guard collecting else { return false }
            }
            step &+= 1
        }
        return valid
    }

    /// Whether a value is of one of the types; a number with a zero fraction is an integer.
    @inline(__always) private mutating func holds(_ types: TypeSet, _ node: JSONNode) -> Bool {
        switch node.kind {
        case .null: types.contains(.null)
        case .boolean: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number: types.contains(.number) || types.contains(.integer) && isWhole(node)
        }
    }

    /// Whether a number has no fraction.
    private mutating func isWhole(_ node: JSONNode) -> Bool {
        guard node.flag else { return true }
        guard spend(Int(node.end &- node.start) >> 1) else { return false }
        return decimal(node).exponent >= .zero
    }

    /// Asks a schema without noting what is wrong.
    mutating func tries(_ place: Int32, _ value: Int32, _ frame: Int = -1) -> Bool {
        let wasCollecting = collecting
        collecting = false
        defer { collecting = wasCollecting }
        guard frame >= 0 else { return check(place, value) }
        // What a schema has looked at counts only when the schema holds.
        let height = marks.top
        guard spend(node(value).count >> 4), let own = marks.open(like: frame) else {
            left = -1
            gaveUp = true
            return false
        }
        let valid = check(place, value, own)
        if valid { marks.join(own, into: frame) }
        marks.close(to: height)
        return valid
    }

    /// Notes that the value is now a member (its name's node) or an element (the complement of its position).
    @inline(__always) mutating func enter(_ step: Int32) {
        if trailLength < 160 { trail[trailLength] = step }
        trailLength += 1
    }

    /// Goes back to the value around.
    @inline(__always) mutating func leave() {
        trailLength -= 1
    }

    /// Asks a schema about a member or an element; a schema that allows none says that it is unknown.
    @inline(__always) mutating func descend(
        _ place: Int32, _ child: Int32, _ step: Int32, from parent: Int32, _ keyword: SchemaKeyword
    ) -> Bool {
        guard collecting else { return check(place, child) }
        enter(step)
        defer { leave() }
        if codes[place].verdict == false {
            note(.unknown, parent, keyword, child)
            return false
        }
        return check(place, child)
    }

    /// Whether a finding was not noted yet; from now on it is.
    private mutating func isNew(_ key: UInt64) -> Bool {
        guard noted.count >= 16 else {
            guard !noted.contains(key) else { return false }
            noted.append(key)
            return true
        }
        return !noted.contains(key) && manyNoted.insert(key).inserted
    }

    /// Notes what is wrong with a value, or with a member that it does not have.
    mutating func note(
        _ code: FindingCode, _ place: Int32, _ keyword: SchemaKeyword?, _ value: Int32, missing name: Int32 = -1
    ) {
        guard collecting, findings.count <= Self.mostFindings else { return }
        // Once no work is left nothing more is known, which is said once.
        if left < 0 { guard code == .limit, findings.last?.code != .limit else { return } }
        // A text has fewer nodes than 24 bits count, and a program fewer names than 32.
        let key =
            UInt64(code.rawValue) << 56 | UInt64(UInt32(bitPattern: value)) << 32 | UInt64(UInt32(bitPattern: name))
        guard isNew(key) else { return }
        guard findings.count < Self.mostFindings, pathBytes < Self.mostPaths else {
            guard findings.last?.code != .tooMany else { return }
            findings.append(Finding(code: .tooMany, path: [], keyword: []))
            return
        }
        var path: [UInt8] = []
        path.reserveCapacity(48)
        for level in 0..<min(trailLength, trail.count) {
            let step = trail[level]
            guard step >= 0 else {
                JSONPointer.append(position: ~step, to: &path)
                continue
            }
            let node = node(step)
            if node.flag {
                path += JSONPointer.token(JSONValue(document: document, index: Int(step)).text ?? [])
            } else {
                unsafe JSONPointer.append(plain(node), to: &path)
            }
        }
        if name >= 0 { path += JSONPointer.token(program.name(name)) }
        pathBytes += path.count
        findings.append(Finding(code: code, path: path, schema: program.sources[Int(place)], keyword: keyword?.name))
    }
}
