import TincayCrypto

/// The end of a ledger as far as it was walked: each entry's row carries on from here.
///
/// A row is the hash of the ledger before it, a nonce, and the sealed entry. The hash stands in the row so that an
/// entry can be opened on its own; whoever walks the ledger checks it. It is taken over the entries and not over their
/// seals, so that they can be sealed under other keys; each entry has a salt in it, so that it says nothing.
struct LedgerChain {
    /// How many entries there are, which is the last one's number.
    private(set) var number: Int64 = 0
    /// The hash of all entries so far.
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

    /// Starts behind an entry that somebody vouches for.
    init(header: DeskHeader, number: Int64, hash: [UInt8]) {
        self.header = header
        self.number = number
        self.hash = hash
    }

    /// Whether a row, which names the ledger before it, is the one that this ends with.
    func ends(with row: [UInt8], keys: DeskKeys) -> Bool {
        guard number > 0, row.count > Hash.size else { return false }
        var last = LedgerChain(header: header, number: number - 1, hash: [UInt8](row.prefix(Hash.size)))
        guard (try? last.follow(row, keys: keys)) != nil else { return false }
        return last.hash == hash
    }

    /// Seals the next entry and goes on behind it; gives its row.
    mutating func append(_ entry: LedgerEntry, keys: DeskKeys) throws(VaultError) -> [UInt8] {
        let bytes = entry.bytes
        let row = try Self.seal(bytes, number: number + 1, after: hash, header: header, keys: keys)
        advance(bytes)
        return row
    }

    /// Opens the row that must come next and goes on behind it.
    mutating func follow(_ row: [UInt8], keys: DeskKeys) throws(VaultError) -> LedgerEntry {
        guard row.starts(with: hash) else { throw .tampered }
        let bytes = try Self.bytes(row, number: number + 1, header: header, keys: keys)
        let entry = try LedgerEntry(bytes)
        advance(bytes)
        return entry
    }

    /// Opens a row on its own.
    static func open(
        _ row: [UInt8], number: Int64, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> LedgerEntry {
        try LedgerEntry(bytes(row, number: number, header: header, keys: keys))
    }

    /// The row under other keys of the desk; the ledger and its head stay what they are.
    static func row(
        _ row: [UInt8], number: Int64, header: DeskHeader, from old: DeskKeys, to new: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let bytes = try bytes(row, number: number, header: header, keys: old)
        return try seal(bytes, number: number, after: [UInt8](row.prefix(Hash.size)), header: header, keys: new)
    }

    /// Seals the bytes of an entry for its row.
    private static func seal(
        _ bytes: [UInt8], number: Int64, after previous: [UInt8], header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        try SealedRow.seal(
            bytes, behind: previous, associated: associated(number, previous, header), key: keys.ledger)
    }

    /// Opens the bytes of an entry.
    private static func bytes(
        _ row: [UInt8], number: Int64, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        let associated = associated(number, [UInt8](row.prefix(Hash.size)), header)
        return try SealedRow.open(row.dropFirst(Hash.size), associated: associated, key: keys.ledger)
    }

    /// Takes an entry into the hash.
    private mutating func advance(_ bytes: [UInt8]) {
        number += 1
        var next = Hash()
        next.update("tincay chain 2")
        next.update(hash)
        next.update(Self.bytes(number))
        next.update(bytes)
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
