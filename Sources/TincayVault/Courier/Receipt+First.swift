public import TincayCrypto
import TincayIntake

/// The first layout, which lies open: for points whose bundles name no key to seal to.
extension Receipt {
    /// The layout's number.
    private static let firstVersion: UInt8 = 1
    /// What the signature is for.
    private static let firstDomain = Array("tincay receipt 1".utf8)

    /// The receipt as bytes of the first layout.
    public func bytes(signing key: borrowing SigningKeyPair) -> [UInt8] {
        let body = firstBody
        return body + key.sign(Self.firstDomain + body)
    }

    /// Reads a receipt of the first layout, whose signature is still to be verified.
    public static func read(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> Receipt {
        guard bytes.count <= largest else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let copy = unsafe [UInt8](bytes)
        var reader = ByteReader(copy[...])
        let version = try reader.byte()
        try reader.zeros(7)
        guard version == firstVersion else { throw version == 0 ? .badFormat : .tooNew }
        let deskID = try reader.bytes(16)
        let pointID = try reader.bytes(16)
        let sequence = try reader.number(UInt64.self)
        guard let time = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        let ledgerNumber = try reader.number(UInt64.self)
        let ledgerHash = try reader.bytes(Hash.size)
        let coveredCount = Int(try reader.number(UInt32.self))
        let damagedCount = Int(try reader.number(UInt32.self))
        var receipt = Receipt(
            deskID: deskID, pointID: pointID, sequence: sequence, time: Moment(milliseconds: time),
            ledgerNumber: ledgerNumber, ledgerHash: ledgerHash, covered: try identifiers(coveredCount, &reader),
            damaged: try identifiers(damagedCount, &reader))
        receipt.signature = try reader.bytes(Signature.size)
        guard reader.rest.isEmpty else { throw .badFormat }
        receipt.signed = firstDomain + receipt.firstBody
        return receipt
    }

    /// Everything but the signature.
    private var firstBody: [UInt8] {
        var writer = ByteWriter(capacity: 128 + (covered.count + damaged.count) * ReportID.size)
        begin(&writer, version: Self.firstVersion)
        for id in covered { writer.append(id.bytes) }
        for id in damaged { writer.append(id.bytes) }
        return writer.bytes
    }
}
