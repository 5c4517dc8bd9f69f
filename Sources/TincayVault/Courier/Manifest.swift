/// What a bundle says of itself, in a block that is always as long.
struct Manifest {
    /// How long the block is.
    static let size = 4096
    /// How long it was in the first layout, which ends with the kind.
    private static let firstSize = 1024
    /// The layout that this library writes.
    private static let version: UInt8 = 2
    /// The most heads that it carries, one a desk.
    static let mostHeads = 8
    /// The most notices that it names.
    static let mostNotices = 64

    /// Who sends.
    let point: Point
    /// The point's count of bundles.
    let sequence: UInt64
    /// How long each item is.
    let itemSize: Int
    /// How many items there are.
    let itemCount: Int
    /// The X25519 key that receipts are sealed to; nil for a point that takes only receipts that are not.
    let receiptKey: [UInt8]?
    /// Where the desks' ledgers ended when they answered last.
    let heads: [WitnessedHead]
    /// The notices that the point holds.
    let notices: [HeldNotice]

    /// Describes a bundle.
    init(
        point: Point, sequence: UInt64, itemSize: Int, itemCount: Int, receiptKey: [UInt8], heads: [WitnessedHead] = [],
        notices: [HeldNotice] = []
    ) {
        self.point = point
        self.sequence = sequence
        self.itemSize = itemSize
        self.itemCount = itemCount
        self.receiptKey = receiptKey
        self.heads = Array(heads.prefix(Self.mostHeads))
        self.notices = Array(notices.prefix(Self.mostNotices))
    }

    /// Reads the block of either layout.
    init(_ bundle: inout ByteReader) throws(VaultError) {
        guard let version = bundle.rest.first, version > 0 else { throw .badFormat }
        guard version <= Self.version else { throw .tooNew }
        let isFirst = version < Self.version
        var reader = ByteReader(try bundle.take(isFirst ? Self.firstSize : Self.size))
        _ = try reader.byte()
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
        let headCount = isFirst ? 0 : Int(try reader.number(UInt16.self))
        let noticeCount = isFirst ? 0 : Int(try reader.number(UInt16.self))
        guard headCount <= Self.mostHeads, noticeCount <= Self.mostNotices else { throw .badFormat }
        receiptKey = isFirst ? nil : try reader.bytes(32)
        point = Point(
            publicKey: publicKey, name: try reader.bytes(nameSize), kind: try reader.bytes(kindSize))
        var heads: [WitnessedHead] = []
        for _ in 0..<headCount { heads.append(try WitnessedHead(&reader)) }
        self.heads = heads
        var notices: [HeldNotice] = []
        for _ in 0..<noticeCount { notices.append(try HeldNotice(&reader)) }
        self.notices = notices
        try reader.zeros(reader.rest.count)
        // A name goes into JSON at the desk, so it must be text.
        guard String(validating: point.name, as: UTF8.self) != nil, String(validating: point.kind, as: UTF8.self) != nil
        else { throw .badFormat }
    }

    /// The block in the latest layout.
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
        writer.append(number: UInt16(truncatingIfNeeded: heads.count))
        writer.append(number: UInt16(truncatingIfNeeded: notices.count))
        writer.append(receiptKey ?? [])
        writer.append(point.name)
        writer.append(point.kind)
        for head in heads { writer.append(head.bytes) }
        for notice in notices { writer.append(notice.bytes) }
        writer.pad(to: Self.size)
        return writer.bytes
    }
}
