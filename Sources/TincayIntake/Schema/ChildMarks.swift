/// Which members or elements of a value some schema has looked at.
struct ChildMarks {
    /// Whether the rest of this struct is kept up: only programs with `unevaluated…` keywords need it.
    let wanted: Bool
    /// One flag a child, in the order of the text; empty when none is marked.
    private var flags: [Bool] = []

    /// Starts with nothing marked.
    init(wanted: Bool) {
        self.wanted = wanted
    }

    /// Marks a child out of so many.
    mutating func mark(_ position: Int, of count: Int) {
        guard wanted, position < count else { return }
        if flags.count < count { flags = [Bool](repeating: false, count: count) }
        flags[position] = true
    }

    /// Whether a child was marked.
    func isMarked(_ position: Int) -> Bool {
        position < flags.count && flags[position]
    }

    /// Marks what another schema has marked in the same value.
    mutating func join(_ other: ChildMarks) {
        guard wanted, !other.flags.isEmpty else { return }
        if flags.isEmpty {
            flags = other.flags
        } else {
            for position in flags.indices where other.isMarked(position) { flags[position] = true }
        }
    }
}
