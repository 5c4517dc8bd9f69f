import TincayCrypto

/// A value of the casebook as it lies in a row: a random nonce, then the sealed bytes.
enum SealedRow {
    /// How many bytes a row has more than what it holds.
    static let overhead = Seal.nonceSize + Seal.overhead

    /// Seals bytes for a row.
    static func seal(
        _ plain: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let nonce = Random.bytes(Seal.nonceSize)
        do throws(CryptoError) {
            return nonce + (try Seal.seal(plain, nonce: nonce, associated: associated, key: key))
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens the bytes of a row.
    static func open(
        _ row: ArraySlice<UInt8>, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard row.count >= overhead else { throw .tampered }
        do throws(CryptoError) {
            return try Seal.open(
                [UInt8](row.dropFirst(Seal.nonceSize)), nonce: [UInt8](row.prefix(Seal.nonceSize)),
                associated: associated, key: key)
        } catch {
            throw VaultError(error)
        }
    }

    /// Seals a key for a row, without a copy of it in ordinary memory.
    static func seal(
        _ secret: borrowing SecretBytes, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        let nonce = Random.bytes(Seal.nonceSize)
        var sealed = [UInt8](repeating: 0, count: secret.count + Seal.overhead)
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withBytes { (source) throws(CryptoError) in
                unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        source, into: UnsafeMutableRawBufferPointer(target), nonce: nonce, associated: associated,
                        key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return nonce + sealed
    }

    /// Opens a row into a key that is there already and as long as what the row holds.
    static func open(
        _ row: ArraySlice<UInt8>, into secret: inout SecretBytes, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) {
        guard row.count == overhead + secret.count else { throw .tampered }
        let nonce = [UInt8](row.prefix(Seal.nonceSize))
        let sealed = [UInt8](row.dropFirst(Seal.nonceSize))
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withMutableBytes { (target) throws(CryptoError) in
                unsafe try sealed.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(source), into: target, nonce: nonce, associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
    }
}
