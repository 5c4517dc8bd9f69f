/// The administrative units of one version, with the codes that its units had before; a pack that the host gives.
///
/// Codes are given anew to other units over time, so a code means nothing without the version it is of.
public struct UnitTable: Sendable {
    /// The most units, and the most old codes.
    static let most = 100_000

    /// The name of the list.
    let id: [UInt8]
    /// Its version.
    let version: [UInt8]
    /// The first day of the version.
    let firstDay: UInt32

    /// The keys of the units in order; a code that changed hands is there once for each of its units.
    private let keys: [UInt32]
    /// The key of each unit's province; a province is its own.
    private let provinces: [UInt32]
    /// The first and the last day of each unit, when the pack tells them for any.
    private let days: [(first: UInt32, last: UInt32)]
    /// Where each unit's name ends in the names.
    private let nameEnds: [UInt32]
    /// The names of all units.
    private let names: [UInt8]
    /// Old codes with the units that they became, in order.
    private let moves: [UInt64]

    /// Reads the contents of a pack, `x-tincay-units`.
    @_optimize(size) init(_ pack: JSONValue) throws(FormError) {
        guard pack.kind == .object, let id = pack["id"]?.text, let version = pack["version"]?.text,
            id.count <= 200, version.count <= 100, let firstDay = pack["valid_from"]?.text.flatMap(UnitDay.number)
        else { throw .refused(.resource, at: pack) }
        self.id = id
        self.version = version
        self.firstDay = firstDay
        let rows = try UnitRows(pack)
        keys = rows.keys
        provinces = rows.provinces
        days = rows.days
        nameEnds = rows.nameEnds
        names = rows.names
        moves = try Self.moves(pack["moved"])
    }

    /// How many units there are.
    var count: Int { keys.count }

    /// How many bytes of memory the table takes.
    var size: Int { keys.count * 12 + days.count * 8 + names.count + moves.count * 8 }

    /// Whether a code is a unit's on a day.
    func contains(_ code: [UInt8], _ kind: UnitKind, on day: UInt32) -> Bool {
        place(kind.key(code), on: day) != nil
    }

    /// The code of the province that a unit belongs to on a day.
    func province(of code: [UInt8], _ kind: UnitKind, on day: UInt32) -> [UInt8]? {
        place(kind.key(code), on: day).map { UnitKind.code(provinces[$0]) }
    }

    /// The name of a unit on a day.
    func name(of code: [UInt8], _ kind: UnitKind, on day: UInt32) -> [UInt8]? {
        guard let place = place(kind.key(code), on: day) else { return nil }
        let start = place > 0 ? Int(nameEnds[place - 1]) : 0
        return Array(names[start..<Int(nameEnds[place])])
    }

    /// All units that an old code became; more than one where a unit was divided, so nothing is ever re-coded by itself.
    public func successors(of code: [UInt8]) -> [[UInt8]] {
        guard let key = UnitKind.key(code) else { return [] }
        var found: [[UInt8]] = []
        var place = Self.first(moves, from: UInt64(key) << 32)
        while place < moves.count, moves[place] >> 32 == UInt64(key) {
            found.append(UnitKind.code(UInt32(truncatingIfNeeded: moves[place])))
            place += 1
        }
        return found
    }

    /// The place of a key's unit on a day.
    private func place(_ key: UInt32?, on day: UInt32) -> Int? {
        guard let key, day >= firstDay else { return nil }
        var place = Self.first(keys, from: key)
        while place < keys.count, keys[place] == key {
            if days.isEmpty || days[place].first <= day && day <= days[place].last { return place }
            place += 1
        }
        return nil
    }

    /// The place of the first number that is not less than another, in numbers that are in order.
    private static func first<Number: FixedWidthInteger>(_ numbers: [Number], from least: Number) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < least { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Reads the old codes.
    private static func moves(_ list: JSONValue?) throws(FormError) -> [UInt64] {
        guard let list else { return [] }
        guard list.kind == .array, list.count <= most else { throw .refused(.resource, at: list) }
        var moves: [UInt64] = []
        moves.reserveCapacity(list.count)
        for move in list.elements {
            guard move.count == 2, let old = move[at: 0]?.text.flatMap(UnitKind.key), let units = move[at: 1],
                units.kind == .array, moves.count + units.count <= 2 * most
            else { throw .refused(.resource, at: move) }
            for unit in units.elements {
                guard let new = unit.text.flatMap(UnitKind.key) else { throw .refused(.resource, at: unit) }
                moves.append(UInt64(old) << 32 | UInt64(new))
            }
        }
        moves.sort()
        return moves
    }
}
