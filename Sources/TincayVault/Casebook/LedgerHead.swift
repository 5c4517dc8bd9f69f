import TincayCrypto

/// Where a ledger ends, signed by the desk.
struct LedgerHead: Equatable {
    /// The last entry's number.
    let number: Int64
    /// The hash of the whole ledger.
    let hash: [UInt8]
    /// The desk's signature.
    let signature: [UInt8]

    /// Signs the end of a ledger.
    init(_ chain: LedgerChain, of desk: [UInt8], signing key: borrowing SigningKeyPair) {
        number = chain.number
        hash = chain.hash
        signature = key.sign(Self.signed(chain.number, chain.hash, desk))
    }

    /// Reads a head; one that nobody could have written is as good as a forged one.
    init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == 8 + Hash.size + Signature.size else { throw .tampered }
        var reader = ByteReader(bytes[...])
        guard let number = Int64(exactly: try reader.number(UInt64.self)) else { throw .tampered }
        self.number = number
        hash = try reader.bytes(Hash.size)
        signature = try reader.bytes(Signature.size)
    }

    /// The head as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 104)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        writer.append(signature)
        return writer.bytes
    }

    /// Whether the desk signed it.
    func verify(_ header: DeskHeader) -> Bool {
        Signature.verify(signature, Self.signed(number, hash, header.deskID), publicKey: header.signKey)
    }

    /// Whether a ledger that was walked ends here.
    func ends(_ chain: LedgerChain) -> Bool {
        number == chain.number && hash == chain.hash
    }

    /// What the desk signs.
    static func signed(_ number: Int64, _ hash: [UInt8], _ desk: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 80)
        writer.append(Array("tincay head 1".utf8))
        writer.append(desk)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        return writer.bytes
    }
}
