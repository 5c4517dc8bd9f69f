/// The nodes of a text while it is parsed: memory that grows, and is then handed to the document.
@safe struct JSONNodeList: ~Copyable {
    /// Where the nodes lie.
    private var memory: UnsafeMutableBufferPointer<JSONNode>
    /// How many nodes were written.
    private(set) var count = 0

    /// Makes room for as many nodes as a text of this size usually has.
    init(textSize: Int) {
        unsafe memory = .allocate(capacity: textSize / 12 + 16)
    }

    deinit {
        // SAFETY: the memory is this list's own; what was handed over is no longer here.
        unsafe memory.deallocate()
    }

    /// Notes a node.
    @inline(__always) mutating func append(_ node: JSONNode) {
        if unsafe count == memory.count { move(toRoomFor: count * 2) }
        // SAFETY: there is room for one more.
        unsafe memory.initializeElement(at: count, to: node)
        count += 1
    }

    /// The node at an index below the count.
    @inline(__always) subscript(index: Int) -> JSONNode {
        get {
            // SAFETY: the parser asks for nodes that it has written.
            unsafe memory[index]
        }
        set {
            // SAFETY: as above.
            unsafe memory[index] = newValue
        }
    }

    /// Moves the nodes to memory with room for so many.
    private mutating func move(toRoomFor capacity: Int) {
        let other = UnsafeMutableBufferPointer<JSONNode>.allocate(capacity: capacity)
        // SAFETY: the new memory has room for what was written.
        _ = unsafe other.moveInitialize(fromContentsOf: memory[..<count])
        unsafe memory.deallocate()
        unsafe memory = other
    }

    /// The nodes for good, in memory that is the caller's from now on.
    ///
    /// They move when most of the memory is empty, so that a document holds little more than it needs.
    mutating func fixed() -> FixedList<JSONNode> {
        if unsafe count < memory.count / 2 { move(toRoomFor: max(count, 1)) }
        // SAFETY: from here on the memory is the fixed list's, and this one has none to free.
        let list = unsafe FixedList(adopting: memory, count: count)
        unsafe memory = UnsafeMutableBufferPointer(start: nil, count: 0)
        count = 0
        return list
    }
}
