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
        var slot = slot(of: key, at: 0)
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

    /// Sets identifiers, one behind the other, from a place on; false when there is no room for them.
    mutating func set(_ ids: ArraySlice<UInt8>, from place: Int) -> Bool {
        let (count, rest) = ids.count.quotientAndRemainder(dividingBy: ReportID.size)
        guard rest == 0, place >= 0, count <= self.count - place else { return false }
        bytes.replaceSubrange(place * ReportID.size..<(place + count) * ReportID.size, with: ids)
        for place in place..<place + count { enter(place) }
        return true
    }

    /// Enters a place in the first free slot.
    private mutating func enter(_ place: Int) {
        var slot = slot(of: bytes, at: place * ReportID.size)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }

    /// Where the search for an identifier begins that starts at a byte.
    private func slot(of bytes: [UInt8], at start: Int) -> Int {
        var hasher = Hasher()
        unsafe bytes.withUnsafeBytes { bytes in
            guard start >= 0, start <= bytes.count - ReportID.size else { return }
            // SAFETY: an identifier of 16 bytes begins there.
            hasher.combine(unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            hasher.combine(unsafe bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        }
        return Int(truncatingIfNeeded: UInt(bitPattern: hasher.finalize())) & (slots.count - 1)
    }
}
