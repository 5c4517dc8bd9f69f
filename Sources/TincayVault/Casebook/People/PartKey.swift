import TincayCrypto

/// What opens one part of reports: a key for those who hold it, and a pair for what others seal to them.
final class PartKey: Sendable {
    /// Wraps the part.
    let key: SecretBytes
    /// What those seal the part to who do not hold this.
    let pair: AgreementKeyPair

    /// Takes over keys; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(key: consuming SecretBytes, pair: consuming AgreementKeyPair) {
        self.key = key
        self.pair = pair
    }

    /// Derives both from a seed of the ring.
    convenience init(seed: borrowing SecretBytes) throws(VaultError) {
        self.init(key: try seed.ringKey(1), pair: try seed.ringPair(2))
    }
}
