/// The places of names in a list, found by the hashes that parsed texts carry.
struct NameIndex: Sendable {
    /// A table with open addressing, at most half full; -1 where no name is.
    private let slots: [Int32]
    /// The names.
    private let names: [[UInt8]]
    /// Their hashes.
    private let hashes: [UInt32]

    /// Prepares to look names up; of equal names the last one counts.
    init(_ names: [[UInt8]]) {
        self.names = names
        hashes = names.map { JSONNameHash.hash($0, seed: JSONNameHash.seed) }
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (place, hash) in hashes.enumerated() {
            var slot = Int(hash) & (size - 1)
            while slots[slot] >= 0, names[Int(slots[slot])] != names[place] { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(truncatingIfNeeded: place)
        }
        self.slots = slots
    }

    /// The place of the name of a member; nil when it is none of the names.
    func place(ofMember name: JSONValue) -> Int? {
        let hash = name.node.hash
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if hashes[place] == hash, name.equals(unescaped: names[place]) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
