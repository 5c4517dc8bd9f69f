import TincayCrypto
import TincayIntake

/// One entry of a ledger, opened: who did what, when, and to which report.
///
/// What tells about a report is sealed once more under keys of that report, so that it goes with them while the entry
/// stays: `detail` is what lists and counts are made of, `words` is what only those may read who may open the report.
struct LedgerEntry {
    /// The layout that this library writes.
    private static let version: UInt8 = 4
    /// Entries are padded to a multiple of this, so that their lengths tell little.
    private static let bucket = 256

    /// How many random bytes an entry has, so that nobody can guess it and try the guess on the ledger's hash.
    private static let saltSize = 16

    /// The random bytes.
    private let salt: [UInt8]
    /// What was done.
    let type: LedgerEntryType
    /// When.
    let time: Moment
    /// By whom.
    let person: [UInt8]
    /// To which report, or to which item of a bundle.
    let report: ReportID?
    /// What everybody at the desk may know, also after the report is gone.
    let open: [UInt8]
    /// What was told about the report in codes, sealed; empty when there is nothing to tell.
    let detail: [UInt8]
    /// What was told about the report in words, sealed; empty when there is nothing to tell.
    let words: [UInt8]

    /// Puts an entry together.
    init(
        type: LedgerEntryType, time: Moment, person: [UInt8], report: ReportID? = nil, open: [UInt8] = [],
        detail: [UInt8] = [], words: [UInt8] = []
    ) {
        salt = Random.bytes(Self.saltSize)
        self.type = type
        self.time = time
        self.person = person
        self.report = report
        self.open = open
        self.detail = detail
        self.words = words
    }

    /// Reads an entry.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version < Self.version ? .badFormat : .tooNew }
        guard let type = LedgerEntryType(rawValue: try reader.byte()) else { throw .tooNew }
        self.type = type
        let hasReport = try reader.byte()
        let personSize = Int(try reader.byte())
        time = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let id = try reader.bytes(ReportID.size)
        report = hasReport == 1 ? ReportID(bytes: id) : nil
        guard let openSize = Int(exactly: try reader.number(UInt32.self)),
            let detailSize = Int(exactly: try reader.number(UInt32.self)),
            let wordsSize = Int(exactly: try reader.number(UInt32.self))
        else { throw .badFormat }
        salt = try reader.bytes(Self.saltSize)
        person = try reader.bytes(personSize)
        open = try reader.bytes(openSize)
        detail = try reader.bytes(detailSize)
        words = try reader.bytes(wordsSize)
        try reader.zeros(reader.rest.count)
    }

    /// The entry as bytes, padded.
    var bytes: [UInt8] {
        let size = 40 + Self.saltSize + person.count + open.count + detail.count + words.count
        var writer = ByteWriter(capacity: size + Self.bucket)
        writer.append([Self.version, type.rawValue, report == nil ? 0 : 1, UInt8(truncatingIfNeeded: person.count)])
        writer.append(number: UInt64(bitPattern: time.milliseconds))
        writer.append(report?.bytes ?? [UInt8](repeating: 0, count: ReportID.size))
        writer.append(number: UInt32(truncatingIfNeeded: open.count))
        writer.append(number: UInt32(truncatingIfNeeded: detail.count))
        writer.append(number: UInt32(truncatingIfNeeded: words.count))
        writer.append(salt)
        writer.append(person)
        writer.append(open)
        writer.append(detail)
        writer.append(words)
        writer.pad(to: (size + Self.bucket - 1) / Self.bucket * Self.bucket)
        return writer.bytes
    }
}
