import TincayCrypto

/// The sieves of so many reports, one behind the other, as they lie sealed in one row.
struct SieveSheet {
    /// How many bytes stand before a sieve: the entry about its report that it reaches.
    private static let stampSize = 4

    /// The part of reports that it is made of.
    let part: ReportPart
    /// Which reports: the sheets of a part count from 0.
    let number: Int
    /// The sieves, and zeros where there is none.
    private var bytes: [UInt8]

    /// Starts without sieves.
    init(_ part: ReportPart, _ number: Int) {
        self.part = part
        self.number = number
        bytes = [UInt8](repeating: 0, count: FoldSheets.plainSize)
    }

    /// How many reports a sheet has room for.
    static func room(of part: ReportPart) -> Int {
        FoldSheets.plainSize / (stampSize + WordSieve.size(of: part))
    }

    /// Opens a row; one that does not open has no sieves.
    init(
        _ part: ReportPart, _ number: Int, row: [UInt8], header: DeskHeader, key: PartKey
    ) throws(VaultError) {
        self.init(part, number)
        guard row.count == FoldSheets.size else { return }
        do throws(VaultError) {
            let seal = try Self.key(key)
            bytes = try SealedRow.open(row[...], associated: Self.associated(part, number, header), key: seal)
        } catch {
            guard error == .tampered else { throw error }
        }
    }

    /// Reads the sheet of a number; one that is not there has no sieves.
    init(
        _ part: ReportPart, _ number: Int, from store: CasebookStore, header: DeskHeader, key: PartKey
    ) throws(VaultError) {
        if let row = try store.sieve(part, number) {
            try self.init(part, number, row: row, header: header, key: key)
        } else {
            self.init(part, number)
        }
    }

    /// The row as it is written.
    func row(header: DeskHeader, key: PartKey) throws(VaultError) -> [UInt8] {
        let seal = try Self.key(key)
        return try SealedRow.seal(bytes, associated: Self.associated(part, number, header), key: seal)
    }

    /// Up to which entry about it the sieve of a report goes; 0 when there is none.
    func stamp(of place: Int) -> UInt32 {
        guard let start = start(of: place) else { return 0 }
        var stamp: UInt32 = 0
        for offset in 0..<Self.stampSize { stamp |= UInt32(bytes[start + offset]) << UInt32(8 * offset) }
        return stamp
    }

    /// Which of some words, up to 32, a report may have, one bit for each.
    func words(_ words: [UInt64], of place: Int) -> UInt64 {
        guard let start = start(of: place) else { return 0 }
        var found: UInt64 = 0
        for (number, word) in words.enumerated()
        where WordSieve.mayHave(word, in: bytes, at: start + Self.stampSize, size: WordSieve.size(of: part)) {
            found |= 1 << UInt64(number)
        }
        return found
    }

    /// Sets the sieve of a report.
    mutating func set(_ words: [UInt64], stamp: UInt32, of place: Int) {
        guard let start = start(of: place) else { return }
        let size = WordSieve.size(of: part)
        for offset in 0..<Self.stampSize + size { bytes[start + offset] = 0 }
        for offset in 0..<Self.stampSize {
            bytes[start + offset] = UInt8(truncatingIfNeeded: stamp >> UInt32(8 * offset))
        }
        for word in words { WordSieve.add(word, to: &bytes, at: start + Self.stampSize, size: size) }
    }

    /// Where the sieve of a report begins.
    private func start(of place: Int) -> Int? {
        let slot = place - number * Self.room(of: part)
        guard slot >= 0, slot < Self.room(of: part) else { return nil }
        return slot * (Self.stampSize + WordSieve.size(of: part))
    }

    /// The key that seals the sheets of a part.
    private static func key(_ key: PartKey) throws(VaultError) -> SecretBytes {
        try VaultError.crypto { () throws(CryptoError) in try key.key.subkey(1, context: "tincaysv") }
    }

    /// What a sheet's seal is bound to.
    private static func associated(_ part: ReportPart, _ number: Int, _ header: DeskHeader) -> [UInt8] {
        var writer = ByteWriter(capacity: 8)
        writer.append(number: UInt64(number))
        return switch part {
        case .facts: header.associated("tincay facts sieve 1", writer.bytes)
        case .identity: header.associated("tincay identity sieve 1", writer.bytes)
        }
    }
}
