/// What a bundle says of itself, in a block that is always as long.
struct Manifest {
    /// How long the block is.
    static let size = 1024
    /// The layout that this library writes.
    private static let version: UInt8 = 1

    /// Who sends.
    let point: Point
    /// The point's count of bundles.
    let sequence: UInt64
    /// How long each item is.
    let itemSize: Int
    /// How many items there are.
    let itemCount: Int

    /// Describes a bundle.
    init(point: Point, sequence: UInt64, itemSize: Int, itemCount: Int) {
        self.point = point
        self.sequence = sequence
        self.itemSize = itemSize
        self.itemCount = itemCount
    }

    /// Reads the block.
    init(_ block: ArraySlice<UInt8>) throws(VaultError) {
        var reader = ByteReader(block)
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        try reader.zeros(7)
        let publicKey = try reader.bytes(32)
        sequence = try reader.number()
        guard let itemSize = Int(exactly: try reader.number(UInt32.self)), itemSize > 0,
            let itemCount = Int(exactly: try reader.number(UInt32.self))
        else { throw .badFormat }
        self.itemSize = itemSize
        self.itemCount = itemCount
        let nameSize = Int(try reader.number(UInt16.self))
        let kindSize = Int(try reader.number(UInt16.self))
        guard nameSize <= 800, kindSize <= 64 else { throw .badFormat }
        point = Point(
            publicKey: publicKey, name: try reader.bytes(nameSize), kind: try reader.bytes(kindSize))
        try reader.zeros(reader.rest.count)
        // A name goes into JSON at the desk, so it must be text.
        guard String(validating: point.name, as: UTF8.self) != nil, String(validating: point.kind, as: UTF8.self) != nil
        else { throw .badFormat }
    }

    /// The block.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.append([Self.version])
        writer.pad(to: 8)
        writer.append(point.publicKey)
        writer.append(number: sequence)
        writer.append(number: UInt32(truncatingIfNeeded: itemSize))
        writer.append(number: UInt32(truncatingIfNeeded: itemCount))
        writer.append(number: UInt16(truncatingIfNeeded: point.name.count))
        writer.append(number: UInt16(truncatingIfNeeded: point.kind.count))
        writer.append(point.name)
        writer.append(point.kind)
        writer.pad(to: Self.size)
        return writer.bytes
    }
}
