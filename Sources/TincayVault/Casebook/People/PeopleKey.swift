import TincayCrypto

/// What endorses the people of a desk.
final class PeopleKey: Sendable {
    /// Signs a person's row.
    let pair: SigningKeyPair

    /// Takes over a pair; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ pair: consuming SigningKeyPair) {
        self.pair = pair
    }

    /// Derives the pair from a seed of the ring.
    convenience init(seed: borrowing SecretBytes) throws(VaultError) {
        self.init(try seed.ringKey(1).signingPair())
    }
}
