import TincayCrypto
import TincayIntake

/// A table that was given out, as the ledger keeps it.
struct Release {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// How many bytes stand before it in an entry, from which draws are made; they are the same in all of a desk.
    static let seedSize = 32
    /// The most cells of a table.
    private static let most = 1 << 16

    /// The number of its entry; 0 as long as it has none.
    var number: Int64 = 0
    /// When it was given out.
    var time = Moment(milliseconds: 0)
    /// By whom.
    var person: [UInt8] = []
    /// The name of its shape.
    let shape: [UInt8]
    /// What the place is called.
    let unit: UnitLabel
    /// The table.
    let table: PublishedTable

    /// Describes a table.
    init(shape: [UInt8], unit: UnitLabel, table: PublishedTable) {
        self.shape = shape
        self.unit = unit
        self.table = table
    }

    /// Whether it answers the same question.
    func answers(_ shape: [UInt8], _ scope: ReleaseScope) -> Bool {
        self.shape == shape && table.scope == scope
    }

    /// Reads what an entry holds, and holds it against its hash.
    init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count > Hash.size else { throw .badFormat }
        guard Self.hash(bytes.dropLast(Hash.size)) == [UInt8](bytes.suffix(Hash.size)) else { throw .tampered }
        var reader = ByteReader(bytes.dropLast(Hash.size))
        guard try reader.byte() == Self.version else { throw .tooNew }
        let level = try reader.byte()
        try reader.zeros(2)
        let first = Int32(bitPattern: try reader.number())
        let last = Int32(bitPattern: try reader.number())
        guard first <= last, last - first < 4, first >= 0 else { throw .badFormat }
        let isEverything = try reader.byte() == 1
        let hasUnknown = try reader.byte() == 1
        try reader.zeros(2)
        guard let count = Int(exactly: try reader.number(UInt32.self)), count <= reader.rest.count / 4 else {
            throw .badFormat
        }
        var communes: [UInt32] = []
        communes.reserveCapacity(count)
        for _ in 0..<count { communes.append(try reader.number()) }
        let units = UnitSet(communes: isEverything ? nil : communes, hasUnknown: hasUnknown)
        shape = try Self.text(&reader)
        unit = UnitLabel(level: level, code: try Self.text(&reader), version: try Self.text(&reader))
        let axes = try Self.axes(&reader)
        let grid = TableGrid(axes)
        guard grid.count <= Self.most, reader.rest.count == grid.count * 4 else { throw .badFormat }
        var cells: [Int32] = []
        for _ in 0..<grid.count {
            let cell = Int32(bitPattern: try reader.number())
            guard cell >= PublishedTable.hidden else { throw .badFormat }
            cells.append(cell)
        }
        table = PublishedTable(scope: ReleaseScope(quarters: first...last, units: units), grid: grid, cells: cells)
    }

    /// What an entry holds: everything, then its hash.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 1024)
        writer.append([Self.version, unit.level, 0, 0])
        writer.append(table.scope.bytes)
        Self.append(shape, to: &writer)
        Self.append(unit.code, to: &writer)
        Self.append(unit.version, to: &writer)
        writer.append([UInt8(truncatingIfNeeded: table.grid.axes.count)])
        for axis in table.grid.axes {
            writer.append([
                UInt8(truncatingIfNeeded: axis.attribute.rawValue), UInt8(truncatingIfNeeded: axis.groups.count),
            ])
            Self.append(axis.name, to: &writer)
            for group in axis.groups {
                Self.append(group.name, to: &writer)
                writer.append(number: group.mask)
            }
        }
        for cell in table.cells { writer.append(number: UInt32(bitPattern: cell)) }
        return writer.bytes + Self.hash(writer.bytes[...])
    }

    /// The hash by which a published table is known.
    var hash: [UInt8] { [UInt8](bytes.suffix(Hash.size)) }

    /// The hash of a table's bytes.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay release 1")
        hash.update([UInt8](bytes))
        return hash.finish()
    }

    /// Reads the dimensions.
    private static func axes(_ reader: inout ByteReader) throws(VaultError) -> [TableAxis] {
        let count = Int(try reader.byte())
        guard count <= TableGrid.most else { throw .badFormat }
        var axes: [TableAxis] = []
        for _ in 0..<count {
            guard let attribute = StatisticAttribute(rawValue: Int(try reader.byte())) else { throw .tooNew }
            let groupCount = Int(try reader.byte())
            guard groupCount <= StatisticAttribute.most else { throw .badFormat }
            let name = try text(&reader)
            var groups: [TableGroup] = []
            var seen: UInt64 = 0
            for _ in 0..<groupCount {
                let name = try text(&reader)
                let mask: UInt64 = try reader.number()
                guard mask & seen == 0 else { throw .badFormat }
                seen |= mask
                groups.append(TableGroup(name: name, mask: mask))
            }
            axes.append(TableAxis(attribute, name: name, groups: groups))
        }
        return axes
    }

    /// Reads a text and its length.
    private static func text(_ reader: inout ByteReader) throws(VaultError) -> [UInt8] {
        try reader.bytes(Int(try reader.number(UInt16.self)))
    }

    /// Writes a text and its length.
    private static func append(_ text: [UInt8], to writer: inout ByteWriter) {
        let text = text.prefix(Int(UInt16.max))
        writer.append(number: UInt16(truncatingIfNeeded: text.count))
        writer.append(text)
    }
}
