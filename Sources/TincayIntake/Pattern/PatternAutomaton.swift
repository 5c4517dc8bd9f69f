/// An expression as a table, in which each character leads from one state to the next.
///
/// Not every expression is one of reasonable size; those that are not are simulated.
struct PatternAutomaton: Sendable {
    /// The row from which nothing matches any more.
    private static let refused: UInt16 = 0
    /// The most entries, apart from the steps of the expression.
    private static let most = 4_096
    /// The most steps that are entered, apart from the steps of the expression.
    private static let mostWork = 8_192

    /// For each state a row with the row to which each class leads, and then where the end of the text leads.
    private let table: [UInt16]
    /// The row that has matched.
    private let accepted: UInt16
    /// The row to start from.
    private let start: UInt16
    /// The classes of characters.
    private let classes: ScalarClasses

    /// Works out the table, which takes some of the room; nil when it would be too large.
    init?(_ program: PatternProgram, room: inout Int) {
        let width = program.classes.count + 1
        let most = min(Self.most + 8 * program.steps.count, room * 16, Int(UInt16.max))
        let mostWork = Self.mostWork + 64 * program.steps.count
        guard 3 * width <= most else { return nil }
        var table = [UInt16](repeating: Self.refused, count: width)
        let accepted = UInt16(width)
        table += [UInt16](repeating: accepted, count: width)
        var simulation = PatternSimulation(program)
        // Where no step waits and the expression can only begin at the start of the text, nothing will ever match.
        let later = PatternSimulation(program, isStart: false)
        let canBegin = later.hasMatched || !later.places.isEmpty
        guard let start = UInt16(exactly: simulation.hasMatched ? width : 2 * width) else { return nil }
        var states = PatternStates(simulation.places)
        var state = 0
        var work = 0
        // What was tried takes room too, or many small expressions could make it last.
        defer { room -= min(room, (work + simulation.work) / 64) }
        while state < states.keys.count {
            guard table.count + width <= most else { return nil }
            let places = states.places(state)
            for number in 0..<width {
                guard work + simulation.work < mostWork else { return nil }
                simulation.resume(places, isBehindWord: states.isBehindWord(state), isStart: state == 0)
                if number < width - 1 { simulation.read(number) } else { simulation.finish() }
                work += places.count
                if simulation.hasMatched {
                    table.append(accepted)
                } else if number == width - 1 || simulation.places.isEmpty && !canBegin {
                    table.append(Self.refused)
                } else {
                    let place = states.number(of: simulation.places, isBehindWord: simulation.isBehindWord)
                    guard let row = UInt16(exactly: (place + 2) * width) else { return nil }
                    table.append(row)
                }
            }
            state += 1
        }
        room -= min(room, table.count / 16)
        self.table = table
        self.accepted = accepted
        self.start = start
        classes = program.classes
    }

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var row = start
        var reader = ScalarReader()
        while row > accepted {
            let number: Int
            if let byte = unsafe reader.readASCII(text) {
                number = Int(classes.ascii[Int(byte)])
            } else if let scalar = unsafe reader.read(text) {
                number = classes.number(of: scalar)
            } else {
                number = classes.count
            }
            row = table[Int(row) + number]
        }
        return row == accepted
    }
}
