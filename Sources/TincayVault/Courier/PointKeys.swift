import TincayCrypto

/// A point's keys, which both follow from the seed in its box: neither opens a report.
struct PointKeys: ~Copyable {
    /// Which subkeys the seed has.
    private static let context: StaticString = "tincaypt"

    /// Signs bundles.
    let signing: SigningKeyPair
    /// What receipts are sealed to.
    let receipts: AgreementKeyPair

    /// Derives the keys.
    init(seed: borrowing SecretBytes) throws(CryptoError) {
        let signing = try SigningKeyPair(seed: seed)
        let receipts = try AgreementKeyPair(seed: try seed.subkey(1, context: Self.context))
        self.signing = signing
        self.receipts = receipts
    }
}
