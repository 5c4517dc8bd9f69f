/// Finds names that an object has twice, however they are escaped; such an object is refused.
///
/// Names are compared by hash first: in a small object each new one with those before it, in a large one all of them
/// through a table when it closes.
struct JSONNames {
    /// How many members are compared one by one before a table is worth its cost.
    static let few = 24

    /// A table for one large object, kept for the next.
    private var table: [Int32] = []

    /// Whether no name before the last one in an object is the same; the values between them are whole.
    static func isNew(
        _ last: Int, in object: Int, _ nodes: borrowing JSONNodeList, _ text: PaddedText
    ) -> Bool {
        let hash = nodes[last].extent
        var name = object + 1
        while name < last {
            if nodes[name].extent == hash, isSame(nodes[name], nodes[last], text) { return false }
            name = Int(nodes[name + 1].next)
        }
        return true
    }

    /// Puts every name of an object into a table with open addressing, at most half full.
    mutating func compare(
        membersOf object: Int, _ count: Int, _ nodes: borrowing JSONNodeList, _ text: PaddedText
    ) throws(JSONError) {
        var size = 64
        while size < count * 2 { size *= 2 }
        table.removeAll(keepingCapacity: true)
        table.append(contentsOf: repeatElement(-1, count: size))
        var name = object + 1
        for _ in 0..<count {
            var slot = Int(nodes[name].hash) & (size - 1)
            while table[slot] >= 0 {
                let other = nodes[Int(table[slot])]
                if other.hash == nodes[name].hash, Self.isSame(other, nodes[name], text) { throw .duplicateName }
                slot = (slot + 1) & (size - 1)
            }
            table[slot] = Int32(truncatingIfNeeded: name)
            name = Int(nodes[name + 1].next)
        }
    }

    /// Whether two names are the same characters.
    private static func isSame(_ left: JSONNode, _ right: JSONNode, _ text: PaddedText) -> Bool {
        if left.flag || right.flag { return name(left, text) == name(right, text) }
        return left.contentCount == right.contentCount
            && text.isSame(left.contentStart, text, right.contentStart, count: left.contentCount)
    }

    /// The unescaped bytes of a name.
    private static func name(_ node: JSONNode, _ text: PaddedText) -> [UInt8] {
        JSONText.unescape(text, node.contentStart..<node.contentStart + node.contentCount)
    }
}
