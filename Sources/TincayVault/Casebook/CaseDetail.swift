import TincayCrypto

/// What the ledger tells about a report, under that report's own keys.
enum CaseDetail {
    /// What lists and counts are made of, under the key that every list is made with.
    case codes
    /// What somebody wrote, under a key that only those get who may open the report.
    case words

    /// Details are padded to a multiple of this, so that a shredded one's length tells little.
    private static let bucket = 64

    /// Seals a detail.
    func seal(
        _ plain: [UInt8], type: LedgerEntryType, id: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let size = plain.count + 4
        var writer = ByteWriter(capacity: size + Self.bucket)
        writer.append(text: plain)
        writer.pad(to: (size + Self.bucket - 1) / Self.bucket * Self.bucket)
        return try SealedRow.seal(writer.bytes, associated: associated(type, id, header), key: key)
    }

    /// Opens a detail.
    func open(
        _ sealed: [UInt8], type: LedgerEntryType, id: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let padded = try SealedRow.open(sealed[...], associated: associated(type, id, header), key: key)
        var reader = ByteReader(padded[...])
        guard let size = Int(exactly: try reader.number(UInt32.self)) else { throw .tampered }
        let plain = try reader.bytes(size)
        try reader.zeros(reader.rest.count)
        return plain
    }

    /// What the seal is bound to.
    private func associated(_ type: LedgerEntryType, _ id: ReportID, _ header: DeskHeader) -> [UInt8] {
        let use: StaticString =
            switch self {
            case .codes: "tincay detail 1"
            case .words: "tincay words 1"
            }
        return header.associated(use, [type.rawValue] + id.bytes)
    }
}
