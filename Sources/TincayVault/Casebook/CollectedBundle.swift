import TincayCrypto

/// What the ledger keeps of a bundle: who sent it, and how to know it again.
struct CollectedBundle {
    /// Who sent it.
    let point: Point
    /// The point's count of bundles.
    let sequence: UInt64
    /// The hash that the point signed.
    let hash: [UInt8]
    /// How many items became cases.
    let filed: UInt32
    /// How many items were set aside.
    let damaged: UInt32
    /// Where ledgers ended, as the point has seen them.
    let heads: [WitnessedHead]

    /// Describes a bundle that was taken in.
    init(_ bundle: OpenedBundle, filed: Int, damaged: Int, heads: [WitnessedHead]) {
        point = bundle.point
        sequence = bundle.sequence
        hash = bundle.hash
        self.filed = UInt32(truncatingIfNeeded: filed)
        self.damaged = UInt32(truncatingIfNeeded: damaged)
        self.heads = heads
    }

    /// Reads a description.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let publicKey = try reader.bytes(Signature.keySize)
        sequence = try reader.number()
        hash = try reader.bytes(Hash.size)
        filed = try reader.number()
        damaged = try reader.number()
        let nameSize = Int(try reader.number(UInt16.self))
        let kindSize = Int(try reader.number(UInt16.self))
        point = Point(publicKey: publicKey, name: try reader.bytes(nameSize), kind: try reader.bytes(kindSize))
        var heads: [WitnessedHead] = []
        while !reader.rest.isEmpty { heads.append(try WitnessedHead(&reader)) }
        self.heads = heads
    }

    /// The description as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 192 + point.name.count + heads.count * WitnessedHead.size)
        writer.append(point.publicKey)
        writer.append(number: sequence)
        writer.append(hash)
        writer.append(number: filed)
        writer.append(number: damaged)
        writer.append(number: UInt16(truncatingIfNeeded: point.name.count))
        writer.append(number: UInt16(truncatingIfNeeded: point.kind.count))
        writer.append(point.name)
        writer.append(point.kind)
        for head in heads { writer.append(head.bytes) }
        return writer.bytes
    }
}
