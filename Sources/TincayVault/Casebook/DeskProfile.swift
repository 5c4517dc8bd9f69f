import TincayCrypto
import TincayIntake

/// What a desk was set up with, as its file keeps it: its name, and whose notices it takes.
struct DeskProfile {
    /// The desk's name.
    let name: [UInt8]
    /// The desks that sign notices for it.
    let authority: Authority

    /// Seals what a desk is created with: its name alone, or a JSON object when there is more.
    static func seal(_ setup: DeskSetup, header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        guard let authority = setup.authority else {
            return try SealedRow.seal(setup.name, associated: header.associated("tincay setup 1"), key: key)
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("name")
        writer.text(setup.name)
        writer.name("authority")
        writer.raw(authority.json)
        writer.endObject()
        return try SealedRow.seal(writer.bytes, associated: header.associated("tincay setup 2"), key: key)
    }

    /// Opens a row of either layout.
    static func open(_ row: [UInt8], header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> DeskProfile {
        do throws(VaultError) {
            let name = try SealedRow.open(row[...], associated: header.associated("tincay setup 1"), key: key)
            return DeskProfile(name: name, authority: .none)
        } catch {
            guard error == .tampered else { throw error }
        }
        let json = try SealedRow.open(row[...], associated: header.associated("tincay setup 2"), key: key)
        guard let root = (try? JSONDocument(parsing: json, limits: .any))?.root, let name = root["name"]?.text else {
            throw .badFormat
        }
        return DeskProfile(name: name, authority: try Authority(root["authority"]))
    }
}
