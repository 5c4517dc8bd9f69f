/// A JSON Pointer that was read once, to be followed in many texts.
struct JSONPath: Sendable {
    /// One step.
    private struct Step: Sendable {
        /// The name of a member.
        let name: [UInt8]
        /// Its hash.
        let hash: UInt32
        /// The position that the same characters name in an array; below zero for none.
        let position: Int
    }

    /// The pointer as it is written.
    let pointer: [UInt8]
    /// The steps; nil of what is no pointer, which leads nowhere.
    private let steps: [Step]?

    /// Reads a pointer.
    init(_ pointer: [UInt8]) {
        self.pointer = pointer
        guard !pointer.isEmpty else {
            steps = []
            return
        }
        guard pointer.first == UInt8(ascii: "/") else {
            steps = nil
            return
        }
        var steps: [Step] = []
        for token in pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let name = JSONPointer.unescape(token) else {
                self.steps = nil
                return
            }
            let hash = JSONNameHash.hash(name, seed: JSONNameHash.seed)
            steps.append(Step(name: name, hash: hash, position: JSONPointer.position(name) ?? -1))
        }
        self.steps = steps
    }

    /// The value that the pointer leads to; nil when it leads nowhere.
    func value(in root: JSONValue) -> JSONValue? {
        guard let steps else { return nil }
        let document = root.document
        var place = root.index
        for step in steps {
            let node = document.nodes[place]
            var next = place + 1
            var left = node.count
            switch node.kind {
            case .object:
                while left > 0, !Self.isName(step, next, document) {
                    next = Int(document.nodes[next + 1].next)
                    left -= 1
                }
                guard left > 0 else { return nil }
                place = next + 1
            case .array:
                guard step.position >= 0, step.position < left else { return nil }
                for _ in 0..<step.position { next = Int(document.nodes[next].next) }
                place = next
            default: return nil
            }
        }
        return JSONValue(document: document, index: place)
    }

    /// Whether the name at a node is a step's.
    @inline(__always) private static func isName(_ step: Step, _ index: Int, _ document: JSONDocument) -> Bool {
        document.nodes[index].hash == step.hash
            && JSONValue(document: document, index: index).equals(unescaped: step.name)
    }
}
