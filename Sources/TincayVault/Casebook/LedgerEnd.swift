import TincayCrypto

/// Where a ledger ends as the file says it: authenticated with a key that everybody at the desk has, and nobody else.
///
/// It is written with every change, and a keyed hash costs a fiftieth of a signature; what leaves the desk is signed
/// (`LedgerHead`).
struct LedgerEnd {
    /// The last entry's number.
    let number: Int64
    /// The hash of the whole ledger.
    let hash: [UInt8]
    /// The keyed hash.
    private let tag: [UInt8]

    /// Authenticates the end of a ledger.
    init(_ chain: LedgerChain, of header: DeskHeader, keys: DeskKeys) throws(VaultError) {
        number = chain.number
        hash = chain.hash
        tag = try Self.tag(chain.number, chain.hash, header, keys)
    }

    /// Reads an end; one that nobody could have written is as good as a forged one.
    init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == 8 + 2 * Hash.size else { throw .tampered }
        var reader = ByteReader(bytes[...])
        guard let number = Int64(exactly: try reader.number(UInt64.self)) else { throw .tampered }
        self.number = number
        hash = try reader.bytes(Hash.size)
        tag = try reader.bytes(Hash.size)
    }

    /// The end as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8 + 2 * Hash.size)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        writer.append(tag)
        return writer.bytes
    }

    /// Whether somebody at the desk wrote it.
    func verify(_ header: DeskHeader, keys: DeskKeys) throws(VaultError) -> Bool {
        ConstantTime.equal(try Self.tag(number, hash, header, keys), tag)
    }

    /// Whether a ledger that was walked ends here.
    func ends(_ chain: LedgerChain) -> Bool {
        number == chain.number && hash == chain.hash
    }

    /// What authenticates an end.
    private static func tag(
        _ number: Int64, _ hash: [UInt8], _ header: DeskHeader, _ keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        do throws(CryptoError) {
            var tag = try Hash(key: keys.end)
            tag.update("tincay end 1")
            tag.update(LedgerHead.signed(number, hash, header.deskID))
            return tag.finish()
        } catch {
            throw VaultError(error)
        }
    }
}
