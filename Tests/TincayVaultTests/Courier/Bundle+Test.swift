import TincayCrypto

@testable import TincayVault

extension Bundle {
    /// Packs items that are in memory.
    static func pack(
        items: [[UInt8]], itemSize: Int, point: Point, sequence: UInt64, receiptKey: [UInt8],
        heads: [WitnessedHead] = [], notices: [HeldNotice] = [], signing key: borrowing SigningKeyPair,
        to recipients: [Recipient], size: Int
    ) throws -> [UInt8] {
        var writer = try BundleWriter(size: size, itemSize: itemSize)
        for item in items { try item.withUnsafeBytes { try unsafe writer.append($0) } }
        let manifest = Manifest(
            point: point, sequence: sequence, itemSize: itemSize, itemCount: writer.count, receiptKey: receiptKey,
            heads: heads, notices: notices)
        return try writer.finish(manifest, signing: key, to: recipients)
    }

    /// Packs items as the first library did.
    static func packFirst(
        items: [[UInt8]], point: Point, sequence: UInt64, signing key: borrowing SigningKeyPair,
        to recipients: [Recipient], size: Int
    ) throws -> [UInt8] {
        var writer = ByteWriter(capacity: size)
        writer.pad(to: KeyWraps.size)
        writer.append([1, 0, 0, 0, 0, 0, 0, 0])
        writer.append(point.publicKey)
        writer.append(number: sequence)
        writer.append(number: UInt32(items.first?.count ?? 1))
        writer.append(number: UInt32(items.count))
        writer.append(number: UInt16(point.name.count))
        writer.append(number: UInt16(point.kind.count))
        writer.append(point.name)
        writer.append(point.kind)
        writer.pad(to: KeyWraps.size + 1024)
        for item in items { writer.append(item) }
        writer.pad(to: size)
        var bundle = writer.bytes
        try Parcel.bundle.close(&bundle, signing: key, to: recipients)
        return bundle
    }
}
