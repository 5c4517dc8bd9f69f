/// The rows of a pack of units, in the order of their codes.
struct UnitRows {
    /// The key of each unit.
    private(set) var keys: [UInt32] = []
    /// The key of each unit's province.
    private(set) var provinces: [UInt32] = []
    /// The first and the last day of each unit; empty when no row has any.
    private(set) var days: [(first: UInt32, last: UInt32)] = []
    /// Where each unit's name ends in the names.
    private(set) var nameEnds: [UInt32] = []
    /// The names of all units.
    private(set) var names: [UInt8] = []

    /// One row as it was read.
    private struct Row {
        /// The unit's key.
        let key: UInt32
        /// Its province's key.
        let province: UInt32
        /// Its first day.
        let first: UInt32
        /// Its last day.
        let last: UInt32
        /// The row itself.
        let source: JSONValue
    }

    /// Reads `units`: rows of a code, a name, the province's code or null, and perhaps the first and the last day.
    @_optimize(size) init(_ pack: JSONValue) throws(FormError) {
        guard let list = pack["units"], list.kind == .array, list.count <= UnitTable.most else {
            throw .refused(.resource, at: pack)
        }
        var rows: [Row] = []
        rows.reserveCapacity(list.count)
        for row in list.elements { rows.append(try Self.row(row)) }
        var order: [UInt64] = []
        order.reserveCapacity(rows.count)
        // Keys, days and places fit into 17, 27 and 17 bits.
        for (place, row) in rows.enumerated() {
            order.append(UInt64(row.key) << 44 | UInt64(row.first) << 17 | UInt64(place))
        }
        order.sort()
        let isDated = rows.contains { $0.first > 0 || $0.last < .max }
        for number in order {
            let row = rows[Int(truncatingIfNeeded: number & 0x1_FFFF)]
            // Two units may have a code only one after the other, and the rows have to say when.
            if let last = keys.last, last == row.key, !isDated || (days.last?.last ?? .max) >= row.first {
                throw .refused(.resource, at: row.source)
            }
            keys.append(row.key)
            provinces.append(row.province)
            if isDated { days.append((row.first, row.last)) }
            names += row.source[at: 1]?.text ?? []
            nameEnds.append(UInt32(truncatingIfNeeded: names.count))
        }
        for row in rows where !has(row.province) { throw .refused(.resource, at: row.source) }
    }

    /// Whether a key is there.
    private func has(_ key: UInt32) -> Bool {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key
    }

    /// Reads one row.
    private static func row(_ row: JSONValue) throws(FormError) -> Row {
        guard row.kind == .array, (2...5).contains(row.count), let code = row[at: 0]?.text,
            let key = UnitKind.key(code), row[at: 1]?.kind == .string, let first = day(row[at: 3], none: 0),
            let last = day(row[at: 4], none: .max), first <= last
        else { throw .refused(.resource, at: row) }
        if code.count == UnitKind.province.length {
            return Row(key: key, province: key, first: first, last: last, source: row)
        }
        guard let province = row[at: 2]?.text.flatMap({ UnitKind.province.key($0) }) else {
            throw .refused(.resource, at: row)
        }
        return Row(key: key, province: province, first: first, last: last, source: row)
    }

    /// A day that need not be told; nil when it is none.
    private static func day(_ value: JSONValue?, none: UInt32) -> UInt32? {
        guard let value, value.kind != .null else { return none }
        return value.text.flatMap(UnitDay.number)
    }
}
