import TincayCrypto

/// What only those may know of a file who may open the report: how long it is; and its name, which only those read who may
/// open the section that the file belongs to.
struct AttachmentWords {
    /// How many bytes it has.
    let size: Int64
    /// What people call it, sealed.
    private let sealedName: [UInt8]

    /// Seals a name.
    init(
        size: Int64, name: [UInt8], of id: AttachmentID, report: ReportID, header: DeskHeader,
        key: borrowing SecretBytes
    ) throws(VaultError) {
        self.size = size
        sealedName = try SealedRow.seal(name, associated: Self.associated(id, report, header), key: key)
    }

    /// Reads words.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let size = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        self.size = size
        sealedName = [UInt8](reader.rest)
    }

    /// What people call it.
    func name(
        of id: AttachmentID, report: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        try SealedRow.open(sealedName[...], associated: Self.associated(id, report, header), key: key)
    }

    /// The words as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8 + sealedName.count)
        writer.append(number: UInt64(bitPattern: size))
        writer.append(sealedName)
        return writer.bytes
    }

    /// What the seal of a name is bound to.
    private static func associated(_ id: AttachmentID, _ report: ReportID, _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay file title 1", report.bytes + id.bytes)
    }
}
