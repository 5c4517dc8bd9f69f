/// Texts, such as the names that a program speaks of, each once and known by its number.
///
/// All of them stand in one text, and a table leads to each by its hash, which nobody outside can aim at.
struct TextPool: Sendable {
    /// All texts, one behind the other, and where each begins; the last number is their end.
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [Int32] = [0]
    /// The hash of each text.
    private(set) var hashes: [UInt32] = []
    /// The texts by their hashes, counted from one; at least half of the slots are free.
    private var slots = [Int32](repeating: 0, count: 8)

    /// How many texts there are.
    var count: Int { hashes.count }

    /// How many bytes a text has.
    func length(of number: Int32) -> Int32 { starts[Int(number) + 1] - starts[Int(number)] }

    /// A text's number; equal texts have the same.
    mutating func number(of text: ArraySlice<UInt8>) -> Int32 {
        let hash = Self.hash(text)
        let slot = slot(of: text, hash)
        guard slots[slot] == 0 else { return slots[slot] - 1 }
        bytes += text
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

    /// Whether a text is there.
    func holds(_ text: ArraySlice<UInt8>) -> Bool { slots[slot(of: text, Self.hash(text))] > 0 }

    /// The hash of a text.
    private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
        // SAFETY: the buffer is only read inside.
        unsafe text.withUnsafeBufferPointer { unsafe JSONNameHash.hash($0, seed: JSONNameHash.seed) }
    }

    /// The slot that has a text, or the free one where it belongs.
    private func slot(of text: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, bytes[Int(starts[number])..<Int(starts[number + 1])] == text { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
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
