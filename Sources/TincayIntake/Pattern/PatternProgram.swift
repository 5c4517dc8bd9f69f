/// An expression that is ready to be matched: its steps, and the classes of characters that they read.
struct PatternProgram: Sendable {
    /// The steps; a position in the expression is an index into them.
    let steps: [PatternStep]
    /// The classes of characters.
    let classes: ScalarClasses
    /// For each set that is more than one class, which classes it has, in 64 bits each.
    let members: [UInt64]
    /// Which classes words are made of; empty when the expression does not ask.
    let words: [Bool]

    /// How many numbers of 64 bits a row in the table of members has.
    var rowLength: Int { (classes.count + 63) / 64 }

    /// Whether a step that reads a set reads a class.
    func holds(_ row: UInt32, _ class: Int) -> Bool {
        members[Int(row) * rowLength + `class` >> 6] >> UInt64(`class` & 63) & 1 != 0
    }

    /// Whether words are made of a class.
    func isWord(_ class: Int) -> Bool {
        `class` < words.count && words[`class`]
    }
}
