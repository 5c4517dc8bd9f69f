import TincayCrypto

/// What the ledger keeps of a person who was let in, came back, or has another passphrase: enough to know the row again.
struct PersonChange {
    /// The person's number.
    let id: [UInt8]
    /// The hash of the person's row.
    let rowHash: [UInt8]
    /// What the person may do.
    let roles: Roles
    /// The person's name.
    let name: [UInt8]

    /// Describes a change.
    init(_ row: PersonRow, roles: Roles, name: [UInt8]) {
        id = row.id
        rowHash = row.hash
        self.roles = roles
        self.name = name
    }

    /// Reads what an entry keeps of it.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        id = try reader.bytes(16)
        rowHash = try reader.bytes(Hash.size)
        roles = try Roles(reader.byte())
        name = [UInt8](reader.rest)
    }

    /// What an entry keeps of it.
    var bytes: [UInt8] { id + rowHash + [roles.rawValue] + name }
}
