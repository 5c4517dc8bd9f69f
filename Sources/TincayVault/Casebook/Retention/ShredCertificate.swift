import TincayCrypto
import TincayIntake

/// What the ledger keeps of a report whose keys were destroyed: nothing that it told, and what proves which it was.
struct ShredCertificate {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The reason when its sender took a report back; by it the library knows why the report is gone.
    static let withdrawal = Array("withdrawn by its sender".utf8)

    /// The number of the entry that filed the report.
    let filed: Int64
    /// The hash of its body.
    let bodyHash: [UInt8]
    /// The class that said how long it is kept; empty when none did.
    let kind: [UInt8]
    /// When its time was over, in milliseconds since 1970; 0 when nothing said so.
    let due: Int64
    /// Why it was destroyed.
    let reason: [UInt8]

    /// Certifies a destruction.
    init(filed: Int64, bodyHash: [UInt8], kind: [UInt8], due: Int64, reason: [UInt8]) {
        self.filed = filed
        self.bodyHash = bodyHash
        self.kind = kind
        self.due = due
        self.reason = reason
    }

    /// Reads the open part of an entry.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        filed = try reader.moment()
        bodyHash = try reader.bytes(Hash.size)
        due = try reader.moment()
        kind = try reader.shortText()
        reason = [UInt8](reader.rest)
    }

    /// The open part of an entry.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64 + kind.count + reason.count)
        writer.append([Self.version])
        writer.append(signed: filed)
        writer.append(bodyHash)
        writer.append(signed: due)
        writer.append(short: kind)
        writer.append(reason)
        return writer.bytes
    }

    /// Writes it as it is handed out, with the entry that it stands in.
    func write(to writer: inout JSONWriter, entry: LedgerEntry, number: Int64, desk: [UInt8]) {
        writer.name("desk")
        writer.text(Hexadecimal.text(desk))
        writer.name("report")
        writer.text(entry.report?.hexadecimal ?? [])
        writer.name("number")
        writer.integer(number)
        writer.name("time")
        writer.text(entry.time.text)
        writer.name("person")
        writer.text(entry.person)
        writer.name("filed")
        writer.integer(filed)
        writer.name("body")
        writer.text(Hexadecimal.text(bodyHash))
        writer.name("class")
        if kind.isEmpty { writer.null() } else { writer.text(kind) }
        writer.name("due")
        if due == 0 { writer.null() } else { writer.text(Moment(milliseconds: due).text) }
        writer.name("reason")
        writer.text(reason)
    }
}
