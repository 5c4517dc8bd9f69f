import TincayCrypto
public import TincayIntake

/// A desk's signed answer to a bundle.
///
/// It says of each item that it was dealt with or was damaged, never what it was.
public struct Receipt: Sendable {
    /// The most items of either kind.
    static let most = 1 << 16
    /// The most bytes of all notices together.
    static let mostNews = 4 << 20
    /// The largest receipt that a box reads.
    static let largest = 8 << 20

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
    /// The desk's signature of that end of its ledger; empty in the first layout.
    let headSignature: [UInt8]
    /// How far the desk has come with the point's bundles; nil in the first layout.
    let progress: BundleProgress?
    /// Items that this desk needs no longer: stored, known already, or not for it.
    public let covered: [ReportID]
    /// Items that are for this desk and do not open.
    public let damaged: [ReportID]
    /// What the desk passes on to the point, as it came.
    let notices: [[UInt8]]
    /// What was signed, when the receipt was read.
    var signed: [UInt8] = []
    /// The signature, when the receipt was read.
    var signature: [UInt8] = []

    /// Answers a bundle.
    init(
        deskID: [UInt8], pointID: [UInt8], sequence: UInt64, time: Moment, ledgerNumber: UInt64, ledgerHash: [UInt8],
        headSignature: [UInt8] = [], progress: BundleProgress? = nil, covered: [ReportID], damaged: [ReportID],
        notices: [[UInt8]] = []
    ) {
        self.deskID = deskID
        self.pointID = pointID
        self.sequence = sequence
        self.time = time
        self.ledgerNumber = ledgerNumber
        self.ledgerHash = ledgerHash
        self.headSignature = headSignature
        self.progress = progress
        self.covered = covered
        self.damaged = damaged
        self.notices = notices
    }

    /// Reads a receipt of either layout, whose signature is still to be verified.
    ///
    /// Their sizes tell them apart: the second is a multiple of its bucket, which the first, of 16 bytes an item and
    /// 168 more, never is.
    static func open(
        _ bytes: UnsafeRawBufferPointer, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> Receipt {
        guard bytes.count <= largest else { throw .tooLarge }
        guard bytes.count > 0, bytes.count % bucket == 0 else { return try unsafe read(bytes) }
        return try unsafe unseal(bytes, with: pair)
    }

    /// Whether the desk with this key signed what was read.
    public func verify(with signKey: [UInt8]) -> Bool {
        Signature.verify(signature, signed, publicKey: signKey)
    }

    /// Where the desk's ledger ended.
    var head: WitnessedHead {
        WitnessedHead(
            deskID: deskID, number: Int64(clamping: ledgerNumber), hash: ledgerHash, time: time,
            signature: headSignature.isEmpty ? [UInt8](repeating: 0, count: Signature.size) : headSignature)
    }

    /// Reads so many identifiers.
    static func identifiers(_ count: Int, _ reader: inout ByteReader) throws(VaultError) -> [ReportID] {
        guard count <= most else { throw .badFormat }
        var identifiers: [ReportID] = []
        for _ in 0..<count {
            guard let id = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
            identifiers.append(id)
        }
        return identifiers
    }

    /// Writes the fields that both layouts begin with.
    func begin(_ writer: inout ByteWriter, version: UInt8) {
        writer.append([version, 0, 0, 0, 0, 0, 0, 0])
        writer.append(deskID)
        writer.append(pointID)
        writer.append(number: sequence)
        writer.append(number: UInt64(bitPattern: time.milliseconds) & UInt64(Int64.max))
        writer.append(number: ledgerNumber)
        writer.append(ledgerHash)
        writer.append(number: UInt32(truncatingIfNeeded: covered.count))
        writer.append(number: UInt32(truncatingIfNeeded: damaged.count))
    }
}
