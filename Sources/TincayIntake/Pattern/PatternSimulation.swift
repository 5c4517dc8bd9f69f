/// Advances all possible positions in an expression together over a text, so that none is ever gone back to.
struct PatternSimulation {
    /// The expression.
    private let program: PatternProgram
    /// Where it is; steps that look at a place wait for the next character too.
    private var current: PatternThreads
    /// Where it is going.
    private var next: PatternThreads
    /// The steps that are still to be entered.
    private var waiting: [UInt32] = []
    /// Whether the text starts here.
    private var isStart: Bool
    /// Whether the character before is one that words are made of.
    private(set) var isBehindWord = false
    /// Whether the expression has matched.
    private(set) var hasMatched = false
    /// How many steps were entered.
    private(set) var work = 0

    /// Starts in front of a text, or further on in one.
    init(_ program: PatternProgram, isStart: Bool = true) {
        self.program = program
        self.isStart = isStart
        current = PatternThreads(count: program.steps.count)
        next = current
        enter(0)
        swap(&current, &next)
    }

    /// The steps that wait.
    var places: [UInt32] { current.places }

    /// Goes back to where it was when these steps waited.
    mutating func resume(_ places: ArraySlice<UInt32>, isBehindWord: Bool, isStart: Bool) {
        self.isBehindWord = isBehindWord
        self.isStart = isStart
        hasMatched = false
        current.clear()
        for place in places where current.enter(place) { current.keep(place) }
    }

    /// Whether the expression matches somewhere in a text.
    mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var reader = ScalarReader()
        while !hasMatched, let scalar = unsafe reader.read(text) { read(program.classes.number(of: scalar)) }
        if !hasMatched { finish() }
        return hasMatched
    }

    /// Reads a character.
    mutating func read(_ class: Int) {
        let isWord = program.isWord(`class`)
        next.clear()
        look(isEnd: false, isEdge: isWord != isBehindWord)
        isStart = false
        for place in current.places {
            switch program.steps[Int(place)] {
            case .single(let number): if Int(number) != `class` { continue }
            case .one(let row): if !program.holds(row, `class`) { continue }
            default: continue
            }
            enter(place + 1)
        }
        // The expression may match from anywhere on.
        enter(0)
        isBehindWord = isWord
        swap(&current, &next)
    }

    /// Comes to the end of the text.
    mutating func finish() {
        look(isEnd: true, isEdge: isBehindWord)
    }

    /// Lets steps go on that waited to know what comes next.
    private mutating func look(isEnd: Bool, isEdge: Bool) {
        var place = 0
        while place < current.places.count {
            let step = current.places[place]
            place += 1
            switch program.steps[Int(step)] {
            case .end: if !isEnd { continue }
            case .edge(let isWanted): if isWanted != isEdge { continue }
            default: continue
            }
            swap(&current, &next)
            enter(step + 1)
            swap(&current, &next)
        }
    }

    /// Enters a step and all that it leads to without reading, among those that come next.
    private mutating func enter(_ start: UInt32) {
        waiting.append(start)
        while let place = waiting.popLast() {
            guard next.enter(place) else { continue }
            work += 1
            switch program.steps[Int(place)] {
            case .single, .one, .end, .edge: next.keep(place)
            case .split(let other):
                waiting.append(other)
                waiting.append(place + 1)
            case .jump(let target): waiting.append(target)
            case .start: if isStart { waiting.append(place + 1) }
            case .match: hasMatched = true
            }
        }
    }
}
