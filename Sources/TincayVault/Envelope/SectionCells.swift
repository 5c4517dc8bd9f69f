import TincayCrypto

/// What the readers of an envelope may open beyond its head: a cell for each, all of one size.
///
/// There are always as many as there are wraps. Those that nobody can open look like the others, and what a reader may
/// not open leaves room in its cell, so that nobody sees who may read what.
struct SectionCells {
    /// How many grants a cell has room for: one of each section.
    private static let room = BodyIndex.most - 1
    /// What a cell holds.
    private static let plainSize = room * SectionGrant.size
    /// A sealed cell.
    private static let cellSize = plainSize + Seal.overhead
    /// All cells.
    static let size = KeyWraps.count * cellSize
    /// What the keys of cells are for.
    private static let purpose: StaticString = "tincay cell 1 "

    /// What the cells are bound to.
    private let associated: [UInt8]
    /// The sealed cells so far.
    private var cells: [[UInt8]] = []

    /// Starts without a cell.
    init(id: ReportID, formHash: [UInt8]) {
        associated = SealedBody.associated("tincay cell 1", id) + formHash
    }

    /// Seals the cell of one reader.
    mutating func add(_ grants: [SectionGrant], for agreement: borrowing KeyAgreement) throws(VaultError) {
        guard cells.count < KeyWraps.count else { throw .invalidInput }
        var plain = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Self.plainSize) }
        try SectionGrant.write(grants, into: &plain, at: 0)
        var cell = [UInt8](repeating: 0, count: Self.cellSize)
        do throws(CryptoError) {
            let key = try agreement.key(Self.purpose, Envelope.domain)
            unsafe try plain.withBytes { (plain) throws(CryptoError) in
                // SAFETY: both buffers are lent for the call; the key belongs to this envelope and reader alone.
                unsafe try cell.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        plain, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce,
                        associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
        cells.append(cell)
    }

    /// All cells in random order, with dummies for those that are not needed.
    var bytes: [UInt8] {
        var cells = cells
        while cells.count < KeyWraps.count { cells.append(Random.bytes(Self.cellSize)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size)
        for place in cells.indices {
            cells.swapAt(place, place + Int(Random.uniform(below: UInt32(cells.count - place))))
            bytes += cells[place]
        }
        return bytes
    }

    /// What one of the cells grants this reader; nothing when none is for it.
    func open(_ bytes: ArraySlice<UInt8>, by agreement: borrowing KeyAgreement) throws(VaultError) -> [SectionGrant] {
        guard bytes.count == Self.size else { throw .tampered }
        let key = try VaultError.crypto { () throws(CryptoError) in
            try agreement.key(Self.purpose, Envelope.domain)
        }
        var plain = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Self.plainSize) }
        for place in 0..<KeyWraps.count {
            let cell = [UInt8](bytes.dropFirst(place * Self.cellSize).prefix(Self.cellSize))
            do throws(CryptoError) {
                unsafe try plain.withMutableBytes { (target) throws(CryptoError) in
                    // SAFETY: both buffers are lent for the call.
                    unsafe try cell.withUnsafeBufferPointer { (source) throws(CryptoError) in
                        unsafe try Seal.open(
                            UnsafeRawBufferPointer(source), into: target, nonce: Seal.onlyNonce,
                            associated: associated, key: key)
                    }
                }
            } catch {
                guard error == .forged else { throw VaultError(error) }
                continue
            }
            return try SectionGrant.read(plain, at: 0, size: Self.plainSize)
        }
        return []
    }
}
