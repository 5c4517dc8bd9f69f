import TincayCrypto
import TincayIntake

/// The row with the keys of a report: one part opens what was told, one who the child is, and one key what the ledger
/// tells about the report.
///
/// They are wrapped apart, because not everybody is given all of them, and so that unlocking a desk and listing its cases
/// never unseals the keys of a report. A row never changes its length, whatever shares other desks give later on, and
/// whoever files. Shredding overwrites it, and all are gone.
enum CaseKeys {
    /// A wrapped detail key, which ends the row.
    private static let wrapSize = SealedRow.overhead + Seal.keySize
    /// How many grants both parts have room for, which begins the row.
    private static let front = 2
    /// The row of a report that one key opens whole.
    static let size = front + partSize(.facts, room: 0) + partSize(.identity, room: 0) + wrapSize

    /// Wraps the keys, with room for the keys and shares that the report's index asks for.
    static func row(
        report: ReportKeys, index: BodyIndex, detail: borrowing SecretBytes, id: ReportID, header: DeskHeader,
        keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        guard let facts = UInt8(exactly: index.room(of: .facts)),
            let identity = UInt8(exactly: index.room(of: .identity))
        else { throw .tampered }
        var row = [facts, identity]
        for part in ReportPart.allCases { row += try seal(part, of: report, row, id: id, header: header, keys: keys) }
        row += try SealedRow.seal(
            detail, associated: header.associated("tincay detail key 1", id.bytes), key: keys.detail)
        return row
    }

    /// The row with other keys of the report, as long as before; only the parts that are held change.
    static func row(
        _ row: [UInt8], replacing report: ReportKeys, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let ranges = try ranges(of: row)
        let identity: [UInt8] =
            report.holdsIdentity
            ? try seal(.identity, of: report, row, id: id, header: header, keys: keys) : [UInt8](row[ranges.identity])
        let facts = try seal(.facts, of: report, row, id: id, header: header, keys: keys)
        return row.prefix(front) + facts + identity + row.suffix(wrapSize)
    }

    /// The row for other keys of the desk, as long as before; who does this holds all of the old ones.
    static func row(
        _ row: [UInt8], id: ReportID, header: DeskHeader, from old: DeskKeys, to new: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let report = try report(in: row, id: id, header: header, keys: old)
        guard report.holdsIdentity else { throw .noKey }
        var detail = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
        try Self.detail(in: row, into: &detail, id: id, header: header, keys: old)
        let changed = try Self.row(row, replacing: report, id: id, header: header, keys: new)
        let sealed = try SealedRow.seal(
            detail, associated: header.associated("tincay detail key 1", id.bytes), key: new.detail)
        return changed.dropLast(wrapSize) + sealed
    }

    /// What the person may open of a report; `noKey` when that is nothing.
    static func report(
        in row: [UInt8], id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> ReportKeys {
        let ranges = try ranges(of: row)
        let own = try keys.facts()
        let facts = try open(.facts, row, ranges.facts, own, id: id, header: header)
        guard let other = keys.part(.identity) else { return try ReportKeys(facts: facts, identity: nil) }
        let identity = try open(.identity, row, ranges.identity, other, id: id, header: header)
        return try ReportKeys(facts: facts, identity: identity)
    }

    /// Whether a row opens with everything that the person was given.
    static func opens(
        _ row: [UInt8], id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> Bool {
        let opened = try VaultError.unlessDamaged { () throws(VaultError) in
            var detail = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
            try Self.detail(in: row, into: &detail, id: id, header: header, keys: keys)
            if keys.part(.facts) != nil { _ = try report(in: row, id: id, header: header, keys: keys) }
            return true
        }
        return opened == true
    }

    /// Opens the report that an entry filed, as far as the person may; gives also the keys that did.
    static func open(
        _ id: ReportID, filed number: Int64, in store: CasebookStore, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> (held: ReportKeys, opened: OpenedReport) {
        let (held, body) = try take(id, filed: number, from: store, header: header, keys: keys)
        return (held, try SealedBody.open(body, id: id, keys: held))
    }

    /// Opens only the sections of a report that an entry filed; gives also the keys that did.
    static func openSections(
        _ id: ReportID, filed number: Int64, in store: CasebookStore, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> (held: ReportKeys, sections: [ReportSection]) {
        let (held, body) = try take(id, filed: number, from: store, header: header, keys: keys)
        return (held, try SealedBody.openSections(of: body, id: id, keys: held))
    }

    /// Puts the key of what the ledger tells into secret memory that is used again and again.
    static func detail(
        in row: [UInt8], into key: inout SecretBytes, id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) {
        _ = try ranges(of: row)
        try SealedRow.open(
            row.suffix(wrapSize), into: &key, associated: header.associated("tincay detail key 1", id.bytes),
            key: keys.detail)
    }

    /// What the person may open of a report that an entry filed, and the sealed report.
    private static func take(
        _ id: ReportID, filed number: Int64, from store: CasebookStore, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> (held: ReportKeys, body: [UInt8]) {
        guard let row = try store.key(number), let body = try store.body(number) else { throw .tampered }
        return (try report(in: row, id: id, header: header, keys: keys), body)
    }

    /// Seals a part for a row that begins with how much room there is.
    private static func seal(
        _ part: ReportPart, of report: ReportKeys, _ row: [UInt8], id: ReportID, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let room = try room(of: part, in: row)
        return try SealedPart.seal(
            part, report.bytes(of: part, room: room), associated: associated(part, row, id, header), keys: keys)
    }

    /// Opens a part.
    private static func open(
        _ part: ReportPart, _ row: [UInt8], _ range: Range<Int>, _ key: PartKey, id: ReportID, header: DeskHeader
    ) throws(VaultError) -> SecretBytes {
        let room = try room(of: part, in: row)
        var bytes = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(count: ReportKeys.size(of: part, room: room))
        }
        try SealedPart.open(row[range], into: &bytes, associated: associated(part, row, id, header), key: key)
        return bytes
    }

    /// What the seal of a part is bound to.
    private static func associated(
        _ part: ReportPart, _ row: [UInt8], _ id: ReportID, _ header: DeskHeader
    ) -> [UInt8] {
        switch part {
        case .facts: header.associated("tincay facts key 1", id.bytes + row.prefix(front))
        case .identity: header.associated("tincay identity key 1", id.bytes + row.prefix(front))
        }
    }

    /// How many bytes a part has in a row.
    private static func partSize(_ part: ReportPart, room: Int) -> Int {
        SealedPart.overhead + ReportKeys.size(of: part, room: room)
    }

    /// For how many keys and shares of sections a part has room.
    private static func room(of part: ReportPart, in row: [UInt8]) throws(VaultError) -> Int {
        guard row.count >= front else { throw .tampered }
        return Int(row[part == .facts ? 0 : 1])
    }

    /// Where the parts are in a row, whose length follows from how it begins.
    private static func ranges(of row: [UInt8]) throws(VaultError) -> (facts: Range<Int>, identity: Range<Int>) {
        let middle = front + partSize(.facts, room: try room(of: .facts, in: row))
        let end = middle + partSize(.identity, room: try room(of: .identity, in: row))
        guard row.count == end + wrapSize else { throw .tampered }
        return (front..<middle, middle..<end)
    }
}
