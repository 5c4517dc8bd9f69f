import TincayCrypto

/// What whoever seals and one reader agree on; every key between the two comes from it, so that they agree only once.
struct KeyAgreement: ~Copyable {
    /// What both can compute and nobody else.
    private let shared: SecretBytes
    /// The public half of the pair that is used once.
    private let ephemeral: [UInt8]
    /// The reader's public key.
    private let reader: [UInt8]

    /// Agrees on the side of whoever seals.
    init(sealing ephemeral: borrowing AgreementKeyPair, to reader: [UInt8]) throws(CryptoError) {
        shared = try ephemeral.shared(with: reader)
        self.ephemeral = ephemeral.publicKey
        self.reader = reader
    }

    /// Agrees on the reader's side.
    init(reading pair: borrowing AgreementKeyPair, from ephemeral: [UInt8]) throws(CryptoError) {
        shared = try pair.shared(with: ephemeral)
        self.ephemeral = ephemeral
        reader = pair.publicKey
    }

    /// The key for one purpose.
    func key(_ purpose: StaticString, _ domain: StaticString) throws(CryptoError) -> SecretBytes {
        var hash = Hash()
        hash.update(purpose, domain)
        hash.update(shared)
        hash.update(ephemeral)
        hash.update(reader)
        return try hash.finishSecret()
    }
}
