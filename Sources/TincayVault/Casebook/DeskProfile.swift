import TincayCrypto
import TincayIntake

/// What a desk was set up with, as its file keeps it: its name, and whose notices it takes.
struct DeskProfile {
    /// The desk's name.
    let name: [UInt8]
    /// The desks that sign notices for it.
    let authority: Authority

    /// Seals what a desk is created with.
    static func seal(_ setup: DeskSetup, header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("name")
        writer.text(setup.name)
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
        return DeskProfile(name: name, authority: try Authority(root["authority"]))
    }
}
