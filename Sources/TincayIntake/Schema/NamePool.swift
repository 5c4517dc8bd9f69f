/// The names that a program speaks of, each once and known by its number.
///
/// All of them stand in one text, and a table leads to each by its hash, which nobody outside can aim at.
struct NamePool {
    /// All names, one behind the other, and where each begins; the last number is their end.
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [Int32] = [0]
    /// The hash of each name.
    private(set) var hashes: [UInt32] = []
    /// The names by their hashes, counted from one; at least half of the slots are free.
    private var slots = [Int32](repeating: 0, count: 64)

    /// How many names there are.
    var count: Int { hashes.count }

    /// How many bytes a name has.
    func length(of name: Int32) -> Int32 { starts[Int(name) + 1] - starts[Int(name)] }

    /// A name's number; equal names have the same.
    mutating func number(of name: ArraySlice<UInt8>) -> Int32 {
        // SAFETY: the buffer is only read inside.
        let hash = unsafe name.withUnsafeBufferPointer { unsafe JSONNameHash.hash($0, seed: JSONNameHash.seed) }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, bytes[Int(starts[number])..<Int(starts[number + 1])] == name {
                return Int32(truncatingIfNeeded: number)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += name
        starts.append(Int32(truncatingIfNeeded: bytes.count))
        hashes.append(hash)
        slots[slot] = Int32(truncatingIfNeeded: hashes.count)
        if hashes.count * 2 >= slots.count { grow() }
        return Int32(truncatingIfNeeded: hashes.count - 1)
    }

    /// The number of what a string spells.
    mutating func number(of text: JSONValue) -> Int32 {
        guard !text.node.flag else { return number(of: (text.text ?? [])[...]) }
        return number(of: text.slice.dropFirst().dropLast())
    }

    /// Makes twice as many slots.
    private mutating func grow() {
        let size = slots.count * 2
        slots = [Int32](repeating: 0, count: size)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (size - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number + 1)
        }
    }
}
