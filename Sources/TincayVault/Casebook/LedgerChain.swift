import TincayCrypto

/// The end of a ledger as far as it was walked: each entry's row carries on from here.
///
/// A row is the hash of the ledger before it, a nonce, and the sealed entry. The hash stands in the row so that an
/// entry can be opened on its own; whoever walks the ledger checks it.
struct LedgerChain {
    /// How many entries there are, which is the last one's number.
    private(set) var number: Int64 = 0
    /// The hash of all rows so far.
    private(set) var hash: [UInt8]
    /// Whose ledger it is.
    private let header: DeskHeader

    /// Starts before the first entry.
    init(header: DeskHeader) {
        self.header = header
        var hash = Hash()
        hash.update("tincay ledger 1")
        hash.update(header.deskID)
        self.hash = hash.finish()
    }

    /// Seals the next entry and goes on behind it; gives its row.
    mutating func append(_ entry: LedgerEntry, keys: DeskKeys) throws(VaultError) -> [UInt8] {
        let associated = Self.associated(number + 1, hash, header)
        let row = try hash + SealedRow.seal(entry.bytes, associated: associated, key: keys.ledger)
        advance(row)
        return row
    }

    /// Opens the row that must come next and goes on behind it.
    mutating func follow(_ row: [UInt8], keys: DeskKeys) throws(VaultError) -> LedgerEntry {
        guard row.starts(with: hash) else { throw .tampered }
        let entry = try Self.open(row, number: number + 1, header: header, keys: keys)
        advance(row)
        return entry
    }

    /// Opens a row on its own.
    static func open(
        _ row: [UInt8], number: Int64, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> LedgerEntry {
        let previous = [UInt8](row.prefix(Hash.size))
        let associated = associated(number, previous, header)
        return try LedgerEntry(SealedRow.open(row.dropFirst(Hash.size), associated: associated, key: keys.ledger))
    }

    /// Takes a row into the hash.
    private mutating func advance(_ row: [UInt8]) {
        number += 1
        var next = Hash()
        next.update("tincay chain 1")
        next.update(hash)
        next.update(Self.bytes(number))
        next.update(row)
        hash = next.finish()
    }

    /// What an entry's seal is bound to.
    private static func associated(_ number: Int64, _ previous: [UInt8], _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay entry 1", bytes(number) + previous)
    }

    /// A number as 8 bytes.
    private static func bytes(_ number: Int64) -> [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.append(number: UInt64(bitPattern: number))
        return writer.bytes
    }
}
