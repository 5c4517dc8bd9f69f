import TincayCrypto

/// What the ledger keeps of shares that were made for recovery.
struct RecoveryMade {
    /// How many shares let somebody in.
    let needed: UInt8
    /// How many there are.
    let shares: UInt8
    /// The number of the set, which stands on each share.
    let set: [UInt8]
    /// The hash of the row that they open.
    let rowHash: [UInt8]

    /// Describes a set of shares.
    init(needed: UInt8, shares: UInt8, set: [UInt8], rowHash: [UInt8]) {
        self.needed = needed
        self.shares = shares
        self.set = set
        self.rowHash = rowHash
    }

    /// Reads what an entry keeps of it.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        needed = try reader.byte()
        shares = try reader.byte()
        set = try reader.bytes(RecoveryShare.setSize)
        rowHash = try reader.bytes(Hash.size)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// What an entry keeps of it.
    var bytes: [UInt8] { [needed, shares] + set + rowHash }
}
