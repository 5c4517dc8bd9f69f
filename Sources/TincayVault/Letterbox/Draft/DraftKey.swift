import TincayCrypto

/// Where a draft's report keys come from: each is drawn from a chain that moves on and forgets where it was.
///
/// Fresh random bytes go into every step, so that neither an earlier nor a later key follows from one that somebody got
/// hold of.
struct DraftKey: ~Copyable {
    /// Which subkeys a step has.
    private static let context: StaticString = "tincaydr"
    /// The chain as far as it went.
    private var chain: SecretBytes

    /// Starts a chain.
    init() throws(CryptoError) {
        chain = try SecretBytes(randomCount: Seal.keySize)
    }

    /// Moves on; gives the key of one sealing, which nothing here can give again.
    mutating func next() throws(CryptoError) -> SecretBytes {
        let fresh = try SecretBytes(randomCount: Seal.keySize)
        var hash = Hash()
        hash.update("tincay draft key 1")
        hash.update(chain)
        hash.update(fresh)
        let step = try hash.finishSecret()
        chain = try step.subkey(1, context: Self.context)
        return try step.subkey(0, context: Self.context)
    }
}
