import TincayCrypto

/// The key of one sealed file, and what the file is bound to: its desk, its report and its number.
struct AttachmentKeys: ~Copyable {
    /// Which subkeys a file's key has.
    private static let context: StaticString = "tincayat"
    /// How many bytes the row with a wrapped key has.
    static let rowSize = SealedRow.overhead + Seal.keySize

    /// The key.
    private let key: SecretBytes
    /// What every piece is bound to.
    let associated: [UInt8]

    /// Draws the key of a new file.
    init(of id: AttachmentID, report: ReportID, header: DeskHeader) throws(VaultError) {
        let key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        self.init(key, of: id, report: report, header: header)
    }

    /// Opens the row with a file's key.
    init(
        _ row: [UInt8], of id: AttachmentID, report: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) {
        var opened = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try SealedRow.open(
            row[...], into: &opened, associated: Self.associated("tincay file key 1", id, report, header), key: key)
        self.init(opened, of: id, report: report, header: header)
    }

    /// Takes over a key.
    private init(_ key: consuming SecretBytes, of id: AttachmentID, report: ReportID, header: DeskHeader) {
        self.key = key
        associated = Self.associated("tincay file 1", id, report, header)
    }

    /// The row with the file's key, under a key of its report.
    borrowing func row(
        of id: AttachmentID, report: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        try SealedRow.seal(
            self.key, associated: Self.associated("tincay file key 1", id, report, header), key: key)
    }

    /// What binds a file to its key, so that no file opens to two contents under two keys.
    borrowing func commitment() throws(VaultError) -> [UInt8] {
        var hash = try VaultError.crypto { () throws(CryptoError) in try Hash(key: key) }
        hash.update("tincay file commitment 1")
        hash.update(associated)
        return hash.finish()
    }

    /// The key of the file's stream.
    borrowing func stream() throws(VaultError) -> SecretBytes {
        try VaultError.crypto { () throws(CryptoError) in try key.subkey(1, context: Self.context) }
    }

    /// What the last piece is bound to: all of it, and how long the content is.
    static func last(_ associated: [UInt8], size: Int64) -> [UInt8] {
        var writer = ByteWriter(capacity: associated.count + 8)
        writer.append(associated)
        writer.append(number: UInt64(bitPattern: size))
        return writer.bytes
    }

    /// What a seal is bound to.
    private static func associated(
        _ use: StaticString, _ id: AttachmentID, _ report: ReportID, _ header: DeskHeader
    ) -> [UInt8] {
        header.associated(use, report.bytes + id.bytes)
    }
}
