import TincayCrypto

/// What the ledger tells about a report, under that report's own key.
enum CaseDetail {
    /// Details are padded to a multiple of this, so that a shredded one's length tells little.
    private static let bucket = 64

    /// Seals a detail.
    static func seal(
        _ plain: [UInt8], type: LedgerEntryType, id: ReportID, header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let size = plain.count + 4
        var writer = ByteWriter(capacity: size + bucket)
        writer.append(number: UInt32(truncatingIfNeeded: plain.count))
        writer.append(plain)
        writer.pad(to: (size + bucket - 1) / bucket * bucket)
        return try SealedRow.seal(writer.bytes, associated: associated(type, id, header), key: key)
    }

    /// Opens a detail.
    static func open(
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
    private static func associated(_ type: LedgerEntryType, _ id: ReportID, _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay detail 1", [type.rawValue] + id.bytes)
    }
}
