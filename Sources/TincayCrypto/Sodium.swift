import CSodium

/// The library that all primitives come from.
public enum Sodium {
    /// Makes the primitives ready; safe from any thread and cheap when they are.
    public static func start() throws(CryptoError) {
        guard sodium_init() >= 0 else { throw .unavailable }
    }
}
