import TincayCrypto

/// The row with the keys of a report: some open the report, one opens what the ledger tells about it.
///
/// They are wrapped apart, so that unlocking a desk and listing its cases never unseals the keys of a report. A row
/// never changes its length, whatever shares other desks give later on. Shredding overwrites it, and all are gone.
enum CaseKeys {
    /// A wrapped key.
    private static let wrapSize = SealedRow.overhead + Seal.keySize
    /// The row of a report that one key opens whole.
    static let size = 2 * wrapSize

    /// Wraps the keys, with room for so many keys and shares of sections.
    static func row(
        report: ReportKeys, room: Int, detail: borrowing SecretBytes, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let first = try front(report, room: room, id: id, header: header, keys: keys)
        let second = try SealedRow.seal(
            detail, associated: header.associated("tincay detail key 1", id.bytes), key: keys.detail)
        return first + second
    }

    /// The row with other keys of the report, as long as before.
    static func row(
        _ row: [UInt8], replacing report: ReportKeys, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        try front(report, room: room(of: row), id: id, header: header, keys: keys) + row.suffix(wrapSize)
    }

    /// The keys that open the report.
    static func report(
        in row: [UInt8], id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> ReportKeys {
        let room = try room(of: row)
        var bytes = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(count: Seal.keySize + room * SectionGrant.size)
        }
        try SealedRow.open(
            row.dropLast(wrapSize), into: &bytes, associated: header.associated("tincay report key 1", id.bytes),
            key: keys.report)
        return try ReportKeys.read(bytes)
    }

    /// Puts the key of what the ledger tells into secret memory that is used again and again.
    static func detail(
        in row: [UInt8], into key: inout SecretBytes, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) {
        _ = try room(of: row)
        try SealedRow.open(
            row.suffix(wrapSize), into: &key, associated: header.associated("tincay detail key 1", id.bytes),
            key: keys.detail)
    }

    /// Wraps the keys of the report.
    private static func front(
        _ report: ReportKeys, room: Int, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        try SealedRow.seal(
            report.bytes(room: room), associated: header.associated("tincay report key 1", id.bytes),
            key: keys.report)
    }

    /// For how many keys and shares of sections a row has room.
    private static func room(of row: [UInt8]) throws(VaultError) -> Int {
        let more = row.count - size
        guard more >= 0, more % SectionGrant.size == 0 else { throw .tampered }
        return more / SectionGrant.size
    }
}
