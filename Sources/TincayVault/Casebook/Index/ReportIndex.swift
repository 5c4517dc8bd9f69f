/// The identifiers of all reports in one buffer, and a table that finds their places.
///
/// Identifiers come from outside; the table is hashed with a key that is new in every process, so that nobody can make
/// them collide.
struct ReportIndex {
    /// The identifiers, one behind the other.
    private(set) var bytes: [UInt8] = []
    /// For each slot a place and 1, or 0.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// How many identifiers there are.
    var count: Int { bytes.count / ReportID.size }

    /// The identifier at a place.
    func id(at place: Int) -> ReportID? {
        guard place >= 0, place < count else { return nil }
        return ReportID(bytes: [UInt8](bytes[place * ReportID.size..<(place + 1) * ReportID.size]))
    }

    /// Where an identifier is; nil when it is not there.
    func place(of id: ReportID) -> Int? {
        let key = id.bytes
        var slot = slot(of: key[...])
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            let start = place * ReportID.size
            if bytes[start..<start + ReportID.size].elementsEqual(key) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds an identifier that is not there yet; gives its place, or nil when there are more than can be counted.
    mutating func append(_ id: ReportID) -> Int? {
        guard id.bytes.count == ReportID.size, count < Int(UInt32.max) - 1 else { return nil }
        let place = count
        bytes += id.bytes
        if (place + 1) * 3 > slots.count * 2 {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for known in 0...place { enter(known) }
        } else {
            enter(place)
        }
        return place
    }

    /// Makes room for so many identifiers, which are set afterwards, each once.
    mutating func prepare(_ count: Int) {
        bytes = [UInt8](repeating: 0, count: count * ReportID.size)
        var size = 64
        while size * 2 < count * 3 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    /// Sets the identifier at a place that there is room for.
    mutating func set(_ id: ArraySlice<UInt8>, at place: Int) -> Bool {
        guard id.count == ReportID.size, place >= 0, place < count else { return false }
        bytes.replaceSubrange(place * ReportID.size..<(place + 1) * ReportID.size, with: id)
        enter(place)
        return true
    }

    /// Enters a place in the first free slot.
    private mutating func enter(_ place: Int) {
        var slot = slot(of: bytes[place * ReportID.size..<(place + 1) * ReportID.size])
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }

    /// Where the search for an identifier begins.
    private func slot(of key: ArraySlice<UInt8>) -> Int {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in key.prefix(8) { low = low << 8 | UInt64(byte) }
        for byte in key.dropFirst(8) { high = high << 8 | UInt64(byte) }
        var hasher = Hasher()
        hasher.combine(low)
        hasher.combine(high)
        return Int(truncatingIfNeeded: UInt(bitPattern: hasher.finalize())) & (slots.count - 1)
    }
}
