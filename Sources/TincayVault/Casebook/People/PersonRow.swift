import TincayCrypto

/// A row of the table of people: what lets a person in, the person's ring, and that both are the desk's own doing.
struct PersonRow {
    /// The person's number.
    let id: [UInt8]
    /// What the passphrase opens.
    let slot: [UInt8]
    /// The wrapped ring.
    let wrap: [UInt8]
    /// The sealed endorsement.
    let endorsement: [UInt8]

    /// By what the ledger knows the row.
    var hash: [UInt8] {
        var hash = Hash()
        hash.update("tincay person row 1")
        for part in [id, slot, wrap, endorsement] {
            var length = ByteWriter(capacity: 8)
            length.append(number: UInt64(part.count))
            hash.update(length.bytes)
            hash.update(part)
        }
        return hash.finish()
    }
}
