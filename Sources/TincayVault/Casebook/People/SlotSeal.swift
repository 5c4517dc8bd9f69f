import TincayCrypto

/// How the secret of a slot is sealed: once, under a key that is used for nothing else.
enum SlotSeal {
    /// How many bytes a sealed secret has.
    static let size = Seal.keySize + Seal.overhead

    /// Seals a secret.
    static func seal(
        _ secret: borrowing SecretBytes, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard secret.count == Seal.keySize else { throw .defect }
        var sealed = [UInt8](repeating: 0, count: size)
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withBytes { (source) throws(CryptoError) in
                unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        source, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce,
                        associated: associated, key: key)
                }
            }
            return sealed
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens a secret; `wrongKey` when this is not its key.
    static func open(
        _ sealed: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> SecretBytes {
        guard sealed.count == size else { throw .badFormat }
        do throws(CryptoError) {
            var secret = try SecretBytes(count: Seal.keySize)
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withMutableBytes { (target) throws(CryptoError) in
                unsafe try sealed.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(source), into: target, nonce: Seal.onlyNonce, associated: associated,
                        key: key)
                }
            }
            return secret
        } catch {
            throw error == .forged ? .wrongKey : VaultError(error)
        }
    }
}
