public import TincayCrypto
public import TincayIntake

/// A desk's signed answer to a bundle.
///
/// It says of each item that it was dealt with or was damaged, never what it was.
public struct Receipt: Equatable, Sendable {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The most items of either kind.
    private static let most = 1 << 16

    /// Which desk answers.
    public let deskID: [UInt8]
    /// Which point is answered.
    public let pointID: [UInt8]
    /// The point's count of the bundle that is answered.
    public let sequence: UInt64
    /// When the desk collected.
    public let time: Moment
    /// The number of the ledger's last entry.
    public let ledgerNumber: UInt64
    /// The hash of the ledger's last entry.
    public let ledgerHash: [UInt8]
    /// Items that this desk needs no longer: stored, known already, or not for it.
    public let covered: [ReportID]
    /// Items that are for this desk and do not open.
    public let damaged: [ReportID]
    /// What was signed and the signature, when the receipt was read.
    private var signature: [UInt8] = []

    /// Answers a bundle.
    public init(
        deskID: [UInt8], pointID: [UInt8], sequence: UInt64, time: Moment, ledgerNumber: UInt64, ledgerHash: [UInt8],
        covered: [ReportID], damaged: [ReportID]
    ) {
        self.deskID = deskID
        self.pointID = pointID
        self.sequence = sequence
        self.time = time
        self.ledgerNumber = ledgerNumber
        self.ledgerHash = ledgerHash
        self.covered = covered
        self.damaged = damaged
    }

    /// The receipt as bytes.
    public func bytes(signing key: borrowing SigningKeyPair) -> [UInt8] {
        body + key.sign(Self.domain + body)
    }

    /// Reads a receipt, whose signature is still to be verified.
    public static func read(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> Receipt {
        guard bytes.count <= 4 << 20 else { throw .tooLarge }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let copy = unsafe [UInt8](bytes)
        var reader = ByteReader(copy[...])
        let version = try reader.byte()
        try reader.zeros(7)
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let deskID = try reader.bytes(16)
        let pointID = try reader.bytes(16)
        let sequence = try reader.number(UInt64.self)
        guard let time = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        let ledgerNumber = try reader.number(UInt64.self)
        let ledgerHash = try reader.bytes(Hash.size)
        let coveredCount = Int(try reader.number(UInt32.self))
        let damagedCount = Int(try reader.number(UInt32.self))
        guard coveredCount <= most, damagedCount <= most else { throw .badFormat }
        var receipt = Receipt(
            deskID: deskID, pointID: pointID, sequence: sequence, time: Moment(milliseconds: time),
            ledgerNumber: ledgerNumber, ledgerHash: ledgerHash, covered: try identifiers(coveredCount, &reader),
            damaged: try identifiers(damagedCount, &reader))
        receipt.signature = try reader.bytes(Signature.size)
        guard reader.rest.isEmpty else { throw .badFormat }
        return receipt
    }

    /// Whether the desk with this key signed what was read.
    public func verify(with signKey: [UInt8]) -> Bool {
        Signature.verify(signature, Self.domain + body, publicKey: signKey)
    }

    /// What the signature is for.
    private static let domain = Array("tincay receipt 1".utf8)

    /// Reads so many identifiers.
    private static func identifiers(_ count: Int, _ reader: inout ByteReader) throws(VaultError) -> [ReportID] {
        var identifiers: [ReportID] = []
        for _ in 0..<count {
            guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
            identifiers.append(id)
        }
        return identifiers
    }

    /// Everything but the signature.
    private var body: [UInt8] {
        var writer = ByteWriter(capacity: 128 + (covered.count + damaged.count) * ReportID.size)
        writer.append([Self.version])
        writer.pad(to: 8)
        writer.append(deskID)
        writer.append(pointID)
        writer.append(number: sequence)
        writer.append(number: UInt64(bitPattern: time.milliseconds) & UInt64(Int64.max))
        writer.append(number: ledgerNumber)
        writer.append(ledgerHash)
        writer.append(number: UInt32(truncatingIfNeeded: covered.count))
        writer.append(number: UInt32(truncatingIfNeeded: damaged.count))
        for id in covered { writer.append(id.bytes) }
        for id in damaged { writer.append(id.bytes) }
        return writer.bytes
    }
}
