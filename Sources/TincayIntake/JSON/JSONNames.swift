/// The member names of an object.
enum JSONNames {
    /// How many members are compared pair by pair before a set is worth its cost.
    private static let few = 12

    /// Refuses an object that names a member twice, however the name is escaped.
    static func checkDistinct(
        _ nodes: [JSONNode], _ object: Int, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) {
        let count = Int(nodes[object].count)
        guard count > 1 else { return }
        var names: [[UInt8]] = []
        names.reserveCapacity(count)
        var index = object + 1
        while index < nodes.count {
            names.append(unsafe name(nodes[index], text))
            index = Int(nodes[index + 1].next)
        }
        if count <= few {
            for later in 1..<count {
                for earlier in 0..<later where names[earlier] == names[later] { throw .duplicateName }
            }
        } else if Set(names).count != count {
            throw .duplicateName
        }
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
