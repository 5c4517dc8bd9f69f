/// A group that is open while an expression is read, or the whole expression.
struct PatternFrame {
    /// What kind of group it is.
    let kind: PatternGroup
    /// The parts of the alternative that is being read.
    var parts: [Int] = []
    /// The alternatives that have been read.
    var alternatives: [Int] = []
    /// The names that the alternative gives to groups.
    var names: [[UInt32]] = []
    /// The names that the alternatives before it give to groups.
    var otherNames: [[UInt32]] = []

    /// Opens a group.
    init(_ kind: PatternGroup) {
        self.kind = kind
    }

    /// Takes names that all can take part in the alternative at once; false when one is there already.
    mutating func insert(_ more: [[UInt32]]) -> Bool {
        // What is taken differs among itself, so that each is only compared with what is there.
        guard !names.isEmpty else {
            names = more
            return true
        }
        for name in more {
            guard !names.contains(name) else { return false }
        }
        names += more
        return true
    }

    /// Goes on to the next alternative.
    mutating func close(_ alternative: Int) {
        alternatives.append(alternative)
        parts = []
        for name in names where !otherNames.contains(name) { otherNames.append(name) }
        names = []
    }
}
