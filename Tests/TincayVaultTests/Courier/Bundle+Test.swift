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
}
