/// Where a point has seen a ledger end.
struct Witness: Equatable {
    /// Which point.
    let pointID: [UInt8]
    /// Where the ledger ended.
    let head: WitnessedHead

    /// Describes what a point has seen.
    init(pointID: [UInt8], head: WitnessedHead) {
        self.pointID = pointID
        self.head = head
    }

    /// Reads what an entry keeps of it.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        pointID = try reader.bytes(16)
        head = try WitnessedHead(&reader)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// What an entry keeps of it.
    var bytes: [UInt8] { pointID + head.bytes }
}
