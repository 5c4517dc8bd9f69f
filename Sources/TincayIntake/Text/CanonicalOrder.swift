/// Characters in the order that form D wants: behind each that starts, its marks by their classes.
struct CanonicalOrder {
    /// The characters so far, with the class of each in the highest byte.
    private var marked: [UInt32] = []
    /// Where the marks begin that may still have to change places.
    private var marks = 0
    /// Whether they do have to.
    private var isMixed = false

    /// Expects about so many characters.
    init(capacity: Int) {
        marked.reserveCapacity(capacity)
    }

    /// Puts a character behind the others.
    mutating func append(_ scalar: UInt32) {
        let kind = CharacterComposition.combiningClass(scalar)
        if kind == 0 {
            settle()
        } else if marks < marked.count, let last = marked.last, last >> 24 > kind {
            isMixed = true
        }
        marked.append(kind << 24 | scalar)
        if kind == 0 { marks = marked.count }
    }

    /// The characters in their order.
    mutating func scalars() -> [UInt32] {
        settle()
        return marked.map { $0 & 0xFF_FFFF }
    }

    /// Sorts the last marks by their classes; counted, because nobody says how many somebody has put behind a letter.
    private mutating func settle() {
        guard isMixed else { return }
        isMixed = false
        var places = [Int](repeating: 0, count: 257)
        for mark in marked[marks...] { places[Int(mark >> 24) + 1] += 1 }
        for kind in 1..<257 { places[kind] += places[kind - 1] }
        let mixed = Array(marked[marks...])
        for mark in mixed {
            let kind = Int(mark >> 24)
            marked[marks + places[kind]] = mark
            places[kind] += 1
        }
    }
}
