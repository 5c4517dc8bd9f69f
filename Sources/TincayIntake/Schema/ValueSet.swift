/// A list of values to look one up in, however long the list is.
///
/// All values stand in canonical form in one text, and a table leads to each by its hash, which nobody outside can aim at.
struct ValueSet: Sendable {
    /// The values in canonical form, one behind the other, and where each begins; the last number is their end.
    private var bytes: [UInt8] = []
    private var starts = [0]
    /// The hash of each value.
    private var hashes: [UInt32] = []
    /// The values by their hashes, counted from one; at least half of the slots are free.
    private var slots: [Int32]
    /// The least and the greatest count of elements or members of a value.
    private var counts: ClosedRange<Int>

    /// Keeps the values of a list.
    init(_ list: some Sequence<JSONValue>) {
        var size = 8
        while size < list.underestimatedCount * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        var (least, most) = (Int.max, 0)
        counts = 0...0
        for value in list {
            least = min(least, value.count)
            most = max(most, value.count)
            insert(value)
        }
        counts = min(least, most)...most
    }

    /// How many different values there are.
    var count: Int { hashes.count }

    /// Whether a value is in the list.
    func holds(_ value: JSONValue) -> Bool {
        // What has another size is another value.
        guard counts.contains(value.count) else { return false }
        let text = CanonicalJSON.bytes(of: value)
        let hash = JSONNameHash.hash(text, seed: JSONNameHash.seed)
        return slots[slot(of: text[...], hash)] > 0
    }

    /// Keeps a value, unless it is there already.
    private mutating func insert(_ value: JSONValue) {
        let start = bytes.count
        CanonicalJSON.append(value, to: &bytes)
        // SAFETY: the buffer is only read inside, from the value's start on.
        let hash = unsafe bytes.withUnsafeBufferPointer { all in
            unsafe JSONNameHash.hash(UnsafeBufferPointer(rebasing: all[start...]), seed: JSONNameHash.seed)
        }
        let place = slot(of: bytes[start...], hash)
        guard slots[place] == 0 else { return bytes.removeLast(bytes.count - start) }
        starts.append(bytes.count)
        hashes.append(hash)
        slots[place] = Int32(truncatingIfNeeded: hashes.count)
        if hashes.count * 2 >= slots.count { grow() }
    }

    /// The slot that has a value, or the free one where it belongs.
    private func slot(of text: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, bytes[starts[number]..<starts[number + 1]] == text { break }
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
