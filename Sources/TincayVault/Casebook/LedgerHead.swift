import TincayCrypto

/// Where a ledger ends, signed by the desk, for others to keep.
struct LedgerHead {
    /// The last entry's number.
    let number: Int64
    /// The hash of the whole ledger.
    let hash: [UInt8]
    /// The desk's signature.
    let signature: [UInt8]

    /// Signs the end of a ledger.
    init(_ chain: LedgerChain, of desk: [UInt8], signing key: borrowing SigningKeyPair) {
        self.init(number: chain.number, hash: chain.hash, of: desk, signing: key)
    }

    /// Signs the end that a file gives, once it is known to be somebody's of the desk.
    init(_ end: LedgerEnd, of desk: [UInt8], signing key: borrowing SigningKeyPair) {
        self.init(number: end.number, hash: end.hash, of: desk, signing: key)
    }

    /// Signs an end.
    private init(number: Int64, hash: [UInt8], of desk: [UInt8], signing key: borrowing SigningKeyPair) {
        self.number = number
        self.hash = hash
        signature = key.sign(Self.signed(number, hash, desk))
    }

    /// What the desk signs.
    static func signed(_ number: Int64, _ hash: [UInt8], _ desk: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: 80)
        writer.append("tincay head 1")
        writer.append(desk)
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        return writer.bytes
    }
}
