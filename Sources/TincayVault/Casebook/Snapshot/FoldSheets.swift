import TincayCrypto

/// The snapshot of a desk's sum as it lies in the file: sheets of one size, each sealed, in rows that are overwritten in
/// place and never deleted, so that what was forgotten is in no page any more.
///
/// The first sheet says which entry the snapshot reaches, and what marks the others: sheets of different snapshots do
/// not go together. A snapshot never counts for more than the ledger; whatever does not fit is as if it were not there.
struct FoldSheets {
    /// What a sheet holds a piece of.
    enum Kind: UInt8 {
        /// Nothing; it is there to be used again.
        case free = 0
        /// So many reports.
        case cases = 1
        /// So many entries.
        case entries = 2
        /// Something smaller.
        case part = 3
    }

    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// A sealed sheet fills one page of the file.
    static let size = 8128
    /// How many bytes a sheet has before it is sealed.
    static let plainSize = size - SealedRow.overhead
    /// How many bytes of what is kept fit into a sheet.
    static let room = plainSize - headSize
    /// A sheet begins with what it holds and how much of it.
    private static let headSize = 16
    /// What marks a sheet: its nonce and the tag of its seal.
    private static let markSize = Seal.nonceSize + Seal.overhead

    /// The entry that the snapshot reaches; 0 when there is none.
    private(set) var reached: Int64 = 0
    /// The row of the first sheet is 1, and those of the others follow.
    private(set) var count = 0
    /// The marks of all sheets but the first.
    private var marks: [UInt8] = []
    /// The sheets of everything that is kept, by its kind and number.
    private var rows: [UInt64: [Int]] = [:]
    /// Sheets that hold nothing.
    private var free: [Int] = []
    /// The hashes of the small parts as they are kept.
    private var hashes: [UInt32: [UInt8]] = [:]
    /// Whether rows may be there that belong to nothing.
    private(set) var isStale = false
    /// By what the key is known again that all sheets are sealed under; another one seals all of them anew.
    private var keyMark: [UInt8] = []

    /// Starts without a snapshot in an empty table.
    init() {}

    /// Starts without a snapshot where there was one that does not fit, or nobody knows.
    static var stale: FoldSheets {
        var sheets = FoldSheets()
        sheets.isStale = true
        return sheets
    }

    /// Whether the table has nothing that could have to be forgotten.
    var isEmpty: Bool { count == 0 && !isStale }

    /// Brings the snapshot to the end of a ledger, inside a transaction.
    mutating func write(
        _ caseload: Caseload, _ chain: LedgerChain, to store: CasebookStore, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) {
        let key = try Self.key(keys)
        var writer = SheetWriter(store: store, header: header)
        let keyMark = try Self.mark(of: key)
        if isStale || count == 0 || self.keyMark != keyMark {
            try store.clearSheets()
            self = FoldSheets()
            self.keyMark = keyMark
            count = 1
            try store.addSheet(1, [UInt8](repeating: 0, count: Self.size))
        }
        let isFirst = reached == 0
        for part in 0..<(caseload.table.count + CaseTable.foldSize - 1) / CaseTable.foldSize
        where isFirst || caseload.table.changed.contains(part) {
            try put(caseload.table.fold(part: part), .cases, part, &writer, key)
        }
        for part in Int(reached) / EntryColumns.foldSize..<(caseload.entries.count + EntryColumns.foldSize - 1)
            / EntryColumns.foldSize
        {
            try put(caseload.entries.fold(part: part), .entries, part, &writer, key)
        }
        for part in Caseload.FoldPart.allCases {
            let bytes = caseload.fold(part)
            let hash = Hash.digest(bytes)
            guard hashes[part.rawValue] != hash else { continue }
            try put(bytes, .part, Int(part.rawValue), &writer, key)
            hashes[part.rawValue] = hash
        }
        reached = chain.number
        var root = ByteWriter(capacity: Self.plainSize)
        root.append([Self.version])
        root.pad(to: 8)
        root.append(number: UInt64(bitPattern: chain.number))
        root.append(chain.hash)
        root.append(number: UInt64(caseload.table.count))
        root.append(number: UInt64(count))
        root.append(Hash.digest(marks))
        root.pad(to: Self.plainSize)
        _ = try writer.write(root.bytes, at: 1, key: key)
    }

    /// Keeps bytes in as many sheets as they need, in those that they had before as far as there are any.
    private mutating func put(
        _ bytes: [UInt8], _ kind: Kind, _ number: Int, _ writer: inout SheetWriter, _ key: borrowing SecretBytes
    ) throws(VaultError) {
        let name = Self.name(kind, number)
        var own = rows[name] ?? []
        let needed = max(1, (bytes.count + Self.room - 1) / Self.room)
        while own.count < needed {
            if let row = free.popLast() {
                own.append(row)
            } else {
                count += 1
                own.append(count)
                marks += [UInt8](repeating: 0, count: Self.markSize)
            }
        }
        while own.count > needed, let row = own.popLast() {
            try seal([], .free, 0, 0, 0, at: row, &writer, key)
            free.append(row)
        }
        for (piece, row) in own.enumerated() {
            let content = bytes[piece * Self.room..<min((piece + 1) * Self.room, bytes.count)]
            try seal(content, kind, number, piece, needed, at: row, &writer, key)
        }
        rows[name] = own
    }

    /// Seals one sheet and notes its mark.
    private mutating func seal(
        _ content: ArraySlice<UInt8>, _ kind: Kind, _ number: Int, _ piece: Int, _ pieces: Int, at row: Int,
        _ writer: inout SheetWriter, _ key: borrowing SecretBytes
    ) throws(VaultError) {
        var plain = ByteWriter(capacity: Self.plainSize)
        plain.append([kind.rawValue, 0, 0, 0])
        plain.append(number: UInt32(truncatingIfNeeded: number))
        plain.append(number: UInt16(truncatingIfNeeded: piece))
        plain.append(number: UInt16(truncatingIfNeeded: pieces))
        plain.append(number: UInt32(truncatingIfNeeded: content.count))
        plain.append(content)
        plain.pad(to: Self.plainSize)
        let mark = try writer.write(plain.bytes, at: row, key: key)
        let start = (row - 2) * Self.markSize
        guard start >= 0, start + Self.markSize <= marks.count else { throw .defect }
        marks.replaceSubrange(start..<start + Self.markSize, with: mark)
    }

    /// Reads the snapshot of a file: what it adds up to and where in the ledger that is.
    ///
    /// Gives nil when there is none or it does not fit.
    static func read(
        from store: CasebookStore, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> (sheets: FoldSheets, caseload: Caseload, hash: [UInt8])? {
        let key = try key(keys)
        let most = try store.pageCount()
        var sheets = FoldSheets()
        sheets.keyMark = try mark(of: key)
        var caseload = Caseload()
        var root: (hash: [UInt8], count: Int, marks: [UInt8])?
        var pieces = SheetPieces()
        var plain = [UInt8](repeating: 0, count: plainSize)
        do throws(VaultError) {
            unsafe try store.walkSheets { (number, sealed) throws(VaultError) in
                let mark = try unsafe SheetWriter.open(sealed, into: &plain, at: number, header: header, key: key)
                guard let root else {
                    guard number == 1 else { throw .badFormat }
                    root = try sheets.readRoot(plain, most: most, into: &caseload)
                    return
                }
                guard number == sheets.count + 1, number <= root.count else { throw .badFormat }
                sheets.count = number
                sheets.marks += mark
                try sheets.take(plain, at: number, &pieces, into: &caseload)
            }
            guard let root else { return nil }
            guard sheets.count == root.count, Hash.digest(sheets.marks) == root.marks, pieces.isEmpty,
                sheets.isComplete(caseload)
            else { return nil }
            return (sheets, caseload, root.hash)
        } catch {
            switch error {
            case .tampered, .badFormat, .tooNew, .tooLarge: return nil
            default: throw error
            }
        }
    }

    /// Reads the first sheet and makes room for what the others hold, of which a file has no more than `most`.
    private mutating func readRoot(
        _ plain: [UInt8], most: Int64, into caseload: inout Caseload
    ) throws(VaultError) -> (hash: [UInt8], count: Int, marks: [UInt8]) {
        var reader = FoldReader(plain)
        guard try reader.number(UInt8.self) == Self.version else { throw .tooNew }
        _ = try reader.take(7)
        guard let reached = Int64(exactly: try reader.number(UInt64.self)), reached > 0 else { throw .badFormat }
        let hash = [UInt8](try reader.take(Hash.size))
        guard let cases = Int(exactly: try reader.number(UInt64.self)), cases <= Int(reached),
            let count = Int(exactly: try reader.number(UInt64.self)),
            // Nobody asks for memory that the sheets could not fill.
            count <= most, Int(reached) / EntryColumns.foldSize <= count, cases / CaseTable.foldSize <= count
        else { throw .badFormat }
        self.reached = reached
        self.count = 1
        caseload.table.prepare(cases)
        caseload.entries.prepare(Int(reached))
        return (hash, count, [UInt8](try reader.take(Hash.size)))
    }

    /// Takes in one sheet, and what it completes.
    private mutating func take(
        _ plain: [UInt8], at row: Int, _ pieces: inout SheetPieces, into caseload: inout Caseload
    ) throws(VaultError) {
        var reader = FoldReader(plain)
        guard let kind = Kind(rawValue: try reader.number()) else { throw .tooNew }
        _ = try reader.take(3)
        let number = Int(try reader.number(UInt32.self))
        let piece = Int(try reader.number(UInt16.self))
        let needed = Int(try reader.number(UInt16.self))
        let content = try reader.take(Int(try reader.number(UInt32.self)))
        guard kind != .free else {
            free.append(row)
            return
        }
        let name = Self.name(kind, number)
        guard rows[name] == nil, let (bytes, own) = try pieces.add(content, name, piece, of: needed, row) else {
            return
        }
        rows[name] = own
        switch kind {
        case .free: break
        case .cases: try caseload.table.unfold(part: number, bytes)
        case .entries: try caseload.entries.unfold(part: number, bytes)
        case .part:
            guard let part = Caseload.FoldPart(rawValue: UInt32(truncatingIfNeeded: number)) else { throw .tooNew }
            try caseload.unfold(part, bytes)
            hashes[part.rawValue] = Hash.digest(bytes)
        }
    }

    /// Whether every part of everything was there.
    private func isComplete(_ caseload: Caseload) -> Bool {
        for part in 0..<(caseload.table.count + CaseTable.foldSize - 1) / CaseTable.foldSize {
            guard rows[Self.name(.cases, part)] != nil else { return false }
        }
        for part in 0..<(caseload.entries.count + EntryColumns.foldSize - 1) / EntryColumns.foldSize {
            guard rows[Self.name(.entries, part)] != nil else { return false }
        }
        return Caseload.FoldPart.allCases.allSatisfy { rows[Self.name(.part, Int($0.rawValue))] != nil }
    }

    /// What sheets of one thing have in common.
    private static func name(_ kind: Kind, _ number: Int) -> UInt64 {
        UInt64(kind.rawValue) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
    }

    /// By what a key is known again.
    private static func mark(of key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        var hash = try VaultError.crypto { () throws(CryptoError) in try Hash(key: key) }
        hash.update("tincay fold key 1")
        return hash.finish()
    }

    /// The key that seals sheets; it follows from the one that opens what lists are made of.
    private static func key(_ keys: DeskKeys) throws(VaultError) -> SecretBytes {
        try VaultError.crypto { () throws(CryptoError) in try keys.detail.subkey(1, context: "tincayfd") }
    }
}
