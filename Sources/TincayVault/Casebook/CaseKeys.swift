import TincayCrypto

/// The row with the two keys of a report: one opens the report, the other what the ledger tells about it.
///
/// They are wrapped apart, so that unlocking a desk and listing its cases never unseals the key of a report. Shredding
/// overwrites the row, and both are gone.
enum CaseKeys {
    /// A wrapped key.
    private static let wrapSize = SealedRow.overhead + Seal.keySize
    /// The row.
    static let size = 2 * wrapSize

    /// Wraps both keys.
    static func row(
        report: borrowing SecretBytes, detail: borrowing SecretBytes, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let first = try SealedRow.seal(
            report, associated: header.associated("tincay report key 1", id.bytes), key: keys.report)
        let second = try SealedRow.seal(
            detail, associated: header.associated("tincay detail key 1", id.bytes), key: keys.detail)
        return first + second
    }

    /// The key that opens the report.
    static func report(
        in row: [UInt8], id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> SecretBytes {
        guard row.count == size else { throw .tampered }
        var key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try SealedRow.open(
            row.prefix(wrapSize), into: &key, associated: header.associated("tincay report key 1", id.bytes),
            key: keys.report)
        return key
    }

    /// Puts the key of what the ledger tells into secret memory that is used again and again.
    static func detail(
        in row: [UInt8], into key: inout SecretBytes, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) {
        guard row.count == size else { throw .tampered }
        try SealedRow.open(
            row.dropFirst(wrapSize), into: &key, associated: header.associated("tincay detail key 1", id.bytes),
            key: keys.detail)
    }
}
