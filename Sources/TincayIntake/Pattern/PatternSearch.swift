/// Looks for an expression in a text with a table that is made on the way: what a state makes of a class of characters
/// is worked out once.
///
/// A table that is full is begun anew, so that memory depends neither on the expression nor on the text. Where states
/// hardly ever come back the steps of each are work, and that is counted.
struct PatternSearch {
    /// The most entries of the table, and the most steps that its states name together.
    private static let most = 1 << 16
    /// An entry that was not worked out yet.
    private static let open: Int32 = -1

    /// The expression.
    private let program: PatternProgram
    /// What works out the entries.
    private var simulation: PatternSimulation
    /// The states that have a row.
    private var states: PatternStates
    /// For each state a row with the state to which each class leads.
    private var table: [Int32]
    /// The state that the text has led to.
    private var state = 0

    /// Starts in front of a text.
    init(_ program: PatternProgram) {
        self.program = program
        simulation = PatternSimulation(program)
        states = PatternStates(simulation.places)
        table = [Int32](repeating: Self.open, count: program.classes.count)
    }

    /// Whether the expression matches somewhere in a text; nil when the effort, which is taken off, is too little.
    mutating func matches(_ text: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        // What is made ready for the steps of the expression takes as long for a short text as for a long one.
        effort -= 16 + program.steps.count / 8
        var reader = ScalarReader()
        while !simulation.hasMatched {
            let number: Int
            if let byte = unsafe reader.readASCII(text) {
                number = Int(program.classes.ascii[Int(byte)])
            } else if let scalar = unsafe reader.read(text) {
                number = program.classes.number(of: scalar)
            } else {
                break
            }
            let next = table[state * program.classes.count + number]
            if next >= 0 {
                state = Int(next)
            } else {
                guard effort >= 0 else { return nil }
                effort -= read(number)
            }
        }
        guard !simulation.hasMatched else { return true }
        guard effort >= 0 else { return nil }
        resume()
        simulation.finish()
        return simulation.hasMatched
    }

    /// Puts the steps of the state in place.
    private mutating func resume() {
        simulation.resume(
            states.places(state), isBehindWord: states.isBehindWord(state), isStart: states.isStart(state))
    }

    /// Works out where a class leads from the state, goes there, and tells how much work that was.
    private mutating func read(_ number: Int) -> Int {
        let width = program.classes.count
        let before = simulation.work
        resume()
        simulation.read(number)
        let work = 4 + simulation.work - before + simulation.places.count * 2
        guard !simulation.hasMatched else { return work }
        var place: Int? = state * width + number
        if table.count + width > Self.most || states.size + simulation.places.count > Self.most {
            states.forget()
            table.removeAll(keepingCapacity: true)
            place = nil
        }
        state = states.number(ofUnsorted: simulation.places, isBehindWord: simulation.isBehindWord)
        if let place { table[place] = Int32(truncatingIfNeeded: state) }
        guard table.count == state * width else { return work }
        table.append(contentsOf: repeatElement(Self.open, count: width))
        return work + width / 8
    }
}
