import TincayCrypto
import TincayIntake

/// The second layout, in a parcel that only the point opens.
extension Receipt {
    /// Sealed receipts are as long as a multiple of this.
    static let bucket = 16 << 10
    /// The layout's number.
    private static let sealedVersion: UInt8 = 2

    /// The receipt, sealed to the key that its point's bundle named.
    func sealed(to receiptKey: [UInt8], signing key: borrowing SigningKeyPair) throws(VaultError) -> [UInt8] {
        let progress = progress ?? BundleProgress()
        let newsSize = notices.reduce(0) { $0 + 4 + $1.count }
        guard newsSize <= Self.mostNews, progress.missing.count <= BundleProgress.most else { throw .tooLarge }
        let size = Parcel.overhead + 512 + (covered.count + damaged.count) * ReportID.size + newsSize
        var writer = ByteWriter(capacity: size + Self.bucket)
        writer.pad(to: KeyWraps.size)
        begin(&writer, version: Self.sealedVersion)
        writer.append(number: progress.highWater)
        writer.append(number: UInt32(truncatingIfNeeded: progress.missing.count))
        writer.append(number: UInt32(truncatingIfNeeded: notices.count))
        writer.append(headSignature)
        for number in progress.missing { writer.append(number: number) }
        for id in covered { writer.append(id.bytes) }
        for id in damaged { writer.append(id.bytes) }
        for notice in notices {
            writer.append(number: UInt32(truncatingIfNeeded: notice.count))
            writer.append(notice)
        }
        let whole = writer.bytes.count + Signature.size + Seal.overhead
        writer.pad(to: (whole + Self.bucket - 1) / Self.bucket * Self.bucket)
        var receipt = writer.bytes
        let point = Recipient(deskID: pointID, sealKey: receiptKey, signKey: [], name: [])
        try Parcel.receipt.close(&receipt, signing: key, to: [point])
        return receipt
    }

    /// Opens a sealed receipt, whose signature is still to be verified.
    static func unseal(
        _ bytes: UnsafeRawBufferPointer, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> Receipt {
        let parcel = try unsafe Parcel.receipt.open(bytes, with: pair)
        var reader = ByteReader(parcel.body)
        let version = try reader.byte()
        try reader.zeros(7)
        guard version == sealedVersion else { throw version < sealedVersion ? .badFormat : .tooNew }
        let deskID = try reader.bytes(16)
        let pointID = try reader.bytes(16)
        let sequence = try reader.number(UInt64.self)
        guard let time = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        let ledgerNumber = try reader.number(UInt64.self)
        guard ledgerNumber <= UInt64(Int64.max) else { throw .badFormat }
        let ledgerHash = try reader.bytes(Hash.size)
        let coveredCount = Int(try reader.number(UInt32.self))
        let damagedCount = Int(try reader.number(UInt32.self))
        let highWater = try reader.number(UInt64.self)
        let missingCount = Int(try reader.number(UInt32.self))
        let noticeCount = Int(try reader.number(UInt32.self))
        let headSignature = try reader.bytes(Signature.size)
        let progress = try BundleProgress(highWater: highWater, count: missingCount, &reader)
        var receipt = Receipt(
            deskID: deskID, pointID: pointID, sequence: sequence, time: Moment(milliseconds: time),
            ledgerNumber: ledgerNumber, ledgerHash: ledgerHash, headSignature: headSignature, progress: progress,
            covered: try identifiers(coveredCount, &reader), damaged: try identifiers(damagedCount, &reader),
            notices: try news(noticeCount, &reader))
        try reader.zeros(reader.rest.count)
        receipt.signed = parcel.hash
        receipt.signature = parcel.signature
        return receipt
    }

    /// Reads so many notices.
    private static func news(_ count: Int, _ reader: inout ByteReader) throws(VaultError) -> [[UInt8]] {
        var notices: [[UInt8]] = []
        var size = 0
        for _ in 0..<count {
            let notice = try reader.bytes(Int(try reader.number(UInt32.self)))
            size += 4 + notice.count
            guard size <= mostNews else { throw .badFormat }
            notices.append(notice)
        }
        return notices
    }
}
