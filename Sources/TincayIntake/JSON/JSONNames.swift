/// The member names of the objects that are open while a text is parsed.
///
/// An object that names a member twice is refused, however the name is escaped. Names are compared by hash first, pair
/// by pair in a small object and through a table in a large one.
struct JSONNames {
    /// How many members are compared pair by pair before a table is worth its cost.
    private static let few = 24

    /// The nodes of the names, those of the innermost object last, and their hashes.
    private var names: [(hash: UInt32, node: Int32)] = []
    /// A table for one large object, kept for the next.
    private var table: [Int32] = []

    /// Prepares for texts of usual size.
    init() {
        names.reserveCapacity(64)
    }

    /// Notes a name of the innermost object.
    @inline(__always) mutating func append(_ hash: UInt32, node: Int) {
        names.append((hash, Int32(truncatingIfNeeded: node)))
    }

    /// Forgets the names of the innermost object, unless two are the same.
    mutating func close(
        count: Int, _ nodes: borrowing JSONNodeList, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) {
        let first = names.count - count
        guard first >= 0 else { throw .syntax }
        if count <= Self.few {
            unsafe try comparePairs(from: first, nodes, text)
        } else {
            unsafe try compareByTable(from: first, nodes, text)
        }
        names.removeLast(count)
    }

    /// Compares every name with those before it.
    private func comparePairs(
        from first: Int, _ nodes: borrowing JSONNodeList, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) {
        var later = first + 1
        while later < names.count {
            let hash = names[later].hash
            var earlier = first
            while earlier < later {
                if names[earlier].hash == hash, unsafe Self.isSame(names[earlier].node, names[later].node, nodes, text)
                {
                    throw .duplicateName
                }
                earlier += 1
            }
            later += 1
        }
    }

    /// Puts every name into a table with open addressing, at most half full.
    private mutating func compareByTable(
        from first: Int, _ nodes: borrowing JSONNodeList, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) {
        var size = 64
        while size < (names.count - first) * 2 { size *= 2 }
        table.removeAll(keepingCapacity: true)
        table.append(contentsOf: repeatElement(-1, count: size))
        for position in first..<names.count {
            var slot = Int(names[position].hash) & (size - 1)
            while table[slot] >= 0 {
                let other = names[Int(table[slot])]
                if other.hash == names[position].hash,
                    unsafe Self.isSame(other.node, names[position].node, nodes, text)
                {
                    throw .duplicateName
                }
                slot = (slot + 1) & (size - 1)
            }
            table[slot] = Int32(truncatingIfNeeded: position)
        }
    }

    /// Whether two names are the same characters.
    private static func isSame(
        _ left: Int32, _ right: Int32, _ nodes: borrowing JSONNodeList, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        unsafe name(nodes[Int(left)], text) == name(nodes[Int(right)], text)
    }

    /// The unescaped bytes of a name.
    private static func name(_ node: JSONNode, _ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let range = Int(node.start) + 1..<Int(node.end) - 1
        guard node.flag else {
            // SAFETY: the parser set the range inside the text.
            return unsafe [UInt8](text[range])
        }
        return unsafe JSONText.unescape(text, range)
    }
}
