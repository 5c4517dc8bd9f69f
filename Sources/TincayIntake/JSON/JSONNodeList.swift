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
        // SAFETY: the memory is this list's own unless it was handed over, which forgets the list.
        unsafe memory.deallocate()
    }

    /// Notes a node.
    @inline(__always) mutating func append(_ node: JSONNode) {
        if unsafe count == memory.count { grow() }
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

    /// Doubles the room.
    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<JSONNode>.allocate(capacity: count * 2)
        // SAFETY: the new memory is larger than what was written.
        _ = unsafe larger.moveInitialize(fromContentsOf: memory[..<count])
        unsafe memory.deallocate()
        unsafe memory = larger
    }

    /// The nodes for good.
    ///
    /// They are copied to memory of just their size, so that a document holds no more than it needs.
    func fixed() -> FixedList<JSONNode> {
        let exact = UnsafeMutableBufferPointer<JSONNode>.allocate(capacity: max(count, 1))
        // SAFETY: the new memory has room for what was written.
        _ = unsafe exact.initialize(fromContentsOf: memory[..<count])
        return unsafe FixedList(adopting: exact, count: count)
    }
}
