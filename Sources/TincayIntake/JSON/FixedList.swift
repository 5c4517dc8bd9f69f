/// A list that never changes after it was made, read without counting references.
///
/// Whoever makes one owns its memory and frees it when nothing can read it any more; the list itself is only a view.
/// Indexes come from what the owner has written, never from outside.
@safe struct FixedList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Where the elements lie.
    private let memory: UnsafeMutableBufferPointer<Element>

    /// How many elements there are.
    let count: Int

    /// Copies elements into memory of the list's own.
    init(_ elements: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(elements.count, 1))
        // SAFETY: the memory is new and large enough.
        _ = unsafe memory.initialize(from: elements)
        unsafe self.memory = memory
        count = elements.count
    }

    /// Takes over memory of which the first elements were written.
    init(adopting memory: UnsafeMutableBufferPointer<Element>, count: Int) {
        // SAFETY: the caller gives the memory away, and has written so many elements.
        unsafe self.memory = memory
        self.count = count
    }

    /// The element at an index below the count.
    @inline(__always) subscript(index: Int) -> Element {
        // SAFETY: indexes come from the owner's own structures; an unoptimised build checks them.
        unsafe memory[index]
    }

    /// The element at an index below the count, as nodes and programs keep it.
    @inline(__always) subscript(index: Int32) -> Element {
        self[Int(index)]
    }

    /// The elements for code that works on memory; valid until the list is freed.
    @inline(__always) var buffer: UnsafeBufferPointer<Element> {
        // SAFETY: the same memory, up to what was written.
        unsafe UnsafeBufferPointer(rebasing: memory[..<count])
    }

    /// Gives the memory back; nothing may be read any more.
    func free() {
        // SAFETY: the owner calls this once, at its own end.
        unsafe memory.deallocate()
    }
}
