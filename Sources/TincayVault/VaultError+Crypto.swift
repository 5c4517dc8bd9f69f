public import TincayCrypto

extension VaultError {
    /// Says an error of the primitives in the vault's words.
    public init(_ error: CryptoError) {
        switch error {
        case .noMemory: self = .noMemory
        case .unavailable: self = .defect
        case .forged: self = .tampered
        // Our own sizes are right; a wrong one came out of a file or a card.
        case .badParameter: self = .badFormat
        }
    }
}

extension VaultError {
    /// Does what may fail with the primitives' error, and fails with the vault's.
    static func crypto<Result: ~Copyable>(
        _ body: () throws(CryptoError) -> Result
    ) throws(VaultError) -> Result {
        do throws(CryptoError) { return try body() } catch { throw VaultError(error) }
    }
}
