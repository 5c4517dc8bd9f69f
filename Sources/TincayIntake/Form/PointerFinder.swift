/// Finds the pointers of many values of the same texts: where a value stands among its siblings is not counted again for
/// each.
struct PointerFinder {
    /// How many siblings are walked past.
    private static let few = 32

    /// Where each child of a large value begins.
    private var children: [[Int]] = []
    /// Which of these belongs to a value.
    private var places: [JSONIdentity: Int] = [:]

    /// The pointer that leads to a value from the root of its text, or to the member that a name belongs to.
    mutating func pointer(of value: JSONValue) -> [UInt8] {
        var pointer: [UInt8] = []
        var here = value.document.root
        while here.index < value.index {
            guard let (position, inner) = child(of: here, around: value.index) else {
                // What is inside a container and in none of its children is a name.
                return pointer + JSONPointer.token(value.text ?? [])
            }
            // The node of a member's value stands right behind that of its name.
            if here.kind == .object {
                let name = JSONValue(document: here.document, index: inner.index - 1)
                pointer += JSONPointer.token(name.text ?? [])
            } else {
                JSONPointer.append(position: Int32(truncatingIfNeeded: position), to: &pointer)
            }
            here = inner
        }
        return pointer
    }

    /// The member's value or the element that is a node or has it inside, and its position.
    private mutating func child(of value: JSONValue, around index: Int) -> (position: Int, child: JSONValue)? {
        let isObject = value.kind == .object
        let document = value.document
        guard value.count > Self.few else {
            var child = value.index + (isObject ? 2 : 1)
            for position in 0..<value.count {
                let next = Int(document.nodes[child].next)
                if child <= index, index < next { return (position, JSONValue(document: document, index: child)) }
                child = next + (isObject ? 1 : 0)
            }
            return nil
        }
        let starts = starts(of: value)
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        let child = JSONValue(document: document, index: starts[low])
        guard child.index <= index, index < Int(child.node.next) else { return nil }
        return (low, child)
    }

    /// Where each child of a large value begins.
    private mutating func starts(of value: JSONValue) -> [Int] {
        if let known = places[value.identity] { return children[known] }
        var starts: [Int] = []
        starts.reserveCapacity(value.count)
        for member in value.members { starts.append(member.value.index) }
        for element in value.elements { starts.append(element.index) }
        places[value.identity] = children.count
        children.append(starts)
        return starts
    }
}
