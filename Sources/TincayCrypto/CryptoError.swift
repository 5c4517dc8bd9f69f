/// Why a cryptographic step was not done.
public enum CryptoError: Error, Equatable, Sendable {
    /// The system gave no memory.
    case noMemory
    /// The primitives could not be initialised.
    case unavailable
    /// A seal or a signature does not hold, or the key is another one.
    case forged
    /// A size or a parameter is outside what the primitive takes.
    case badParameter
}
