import TincayCrypto

/// What takes in whatever was sealed to the desk: the pair of the card, and those of earlier cards.
final class IntakeKey: Sendable {
    /// A pair that can be one of several.
    final class Pair: Sendable {
        /// The pair.
        let pair: AgreementKeyPair

        /// Takes over a pair.
        init(_ pair: consuming AgreementKeyPair) {
            self.pair = pair
        }
    }

    /// How many earlier cards what was sealed to them is still opened of.
    static let mostEarlier = 8

    /// The pairs, the card's first, then those of earlier cards.
    let pairs: [Pair]

    /// Takes over pairs; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// Derives the pairs from the ring's seed and those of earlier rings, the newest first.
    convenience init(seed: borrowing SecretBytes, earlier: [Pair] = []) throws(VaultError) {
        self.init([Pair(try Self.pair(of: seed))] + earlier)
    }

    /// The pair of a seed.
    static func pair(of seed: borrowing SecretBytes) throws(VaultError) -> AgreementKeyPair {
        try seed.ringPair(1)
    }

    /// What seals the seeds of earlier generations.
    static func sealing(of seed: borrowing SecretBytes) throws(VaultError) -> SecretBytes {
        try seed.ringKey(2)
    }

    /// What the first of the pairs that fits opens; the last one's `wrongKey` when none does.
    func open<Result>(
        _ step: (borrowing AgreementKeyPair) throws(VaultError) -> Result
    ) throws(VaultError) -> Result {
        for pair in pairs.dropLast() {
            do throws(VaultError) { return try step(pair.pair) } catch {
                guard error == .wrongKey else { throw error }
            }
        }
        guard let last = pairs.last else { throw .noKey }
        return try step(last.pair)
    }
}
