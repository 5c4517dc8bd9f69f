import TincayCrypto
import TincayIntake

/// What a desk was set up with, as its file keeps it: its name, and whose notices it takes.
struct DeskProfile {
    /// The desk's name.
    let name: [UInt8]
    /// The desks that sign notices for it.
    let authority: Authority
    /// After how many seconds without use the desk locks itself.
    let idleSeconds: Int64
    /// When nobody asks for another number.
    static let idleSeconds: Int64 = 900

    /// Seals what a desk is created with.
    static func seal(_ setup: DeskSetup, header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("name")
        writer.text(setup.name)
        writer.name("idle_seconds")
        writer.integer(setup.idleSeconds)
        if let authority = setup.authority {
            writer.name("authority")
            writer.raw(authority.json)
        }
        writer.endObject()
        return try SealedRow.seal(writer.bytes, associated: header.associated("tincay setup 2"), key: key)
    }

    /// Opens what `seal` gave.
    static func open(_ row: [UInt8], header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> DeskProfile {
        let json = try SealedRow.open(row[...], associated: header.associated("tincay setup 2"), key: key)
        guard let root = (try? JSONDocument(parsing: json, limits: .any))?.root, let name = root["name"]?.text else {
            throw .badFormat
        }
        let seconds = min(86_400, max(10, root["idle_seconds"]?.integer ?? Self.idleSeconds))
        return DeskProfile(name: name, authority: try Authority(root["authority"]), idleSeconds: seconds)
    }

    /// The row under another key.
    static func row(
        _ row: [UInt8], header: DeskHeader, from old: borrowing SecretBytes, to new: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let associated = header.associated("tincay setup 2")
        let json = try SealedRow.open(row[...], associated: associated, key: old)
        return try SealedRow.seal(json, associated: associated, key: new)
    }
}
