import CSodium

/// XChaCha20-Poly1305: bytes that only who has the key can read, and nobody can change unseen.
public enum Seal {
    /// How many bytes a seal adds.
    public static let overhead = 16
    /// How many bytes a nonce has.
    public static let nonceSize = 24
    /// How many bytes a key has.
    public static let keySize = 32
    /// The nonce of a key that seals once.
    public static let onlyNonce = [UInt8](repeating: 0, count: nonceSize)

    /// How many bytes a seal with its nonce in front adds.
    public static let rowOverhead = nonceSize + overhead

    /// Seals bytes into a buffer that has `overhead` bytes more; both may start at the same place.
    public static func seal(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer, nonce: [UInt8],
        associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) {
        // SAFETY: the nonce is lent for the call.
        unsafe try nonce.withUnsafeBufferPointer { (nonce) throws(CryptoError) in
            unsafe try seal(
                plain, into: sealed, under: UnsafeRawBufferPointer(nonce), associated: associated, key: key)
        }
    }

    /// Opens sealed bytes into a buffer that has `overhead` bytes fewer; both may start at the same place.
    public static func open(
        _ sealed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer, nonce: [UInt8],
        associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) {
        // SAFETY: the nonce is lent for the call.
        unsafe try nonce.withUnsafeBufferPointer { (nonce) throws(CryptoError) in
            unsafe try open(
                sealed, into: plain, under: UnsafeRawBufferPointer(nonce), associated: associated, key: key)
        }
    }

    /// Seals bytes behind a random nonce, into a buffer that has `rowOverhead` bytes more.
    public static func sealRow(
        _ plain: UnsafeRawBufferPointer, into row: UnsafeMutableRawBufferPointer, associated: [UInt8],
        key: borrowing SecretBytes
    ) throws(CryptoError) {
        guard row.count >= rowOverhead else { throw .badParameter }
        // SAFETY: the row has room for the nonce.
        let nonce = unsafe UnsafeMutableRawBufferPointer(rebasing: row[..<nonceSize])
        unsafe Random.fill(nonce)
        unsafe try seal(
            plain, into: UnsafeMutableRawBufferPointer(rebasing: row[nonceSize...]),
            under: UnsafeRawBufferPointer(nonce), associated: associated, key: key)
    }

    /// Opens what `sealRow` has sealed into a buffer that has `rowOverhead` bytes fewer.
    public static func openRow(
        _ row: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer, associated: [UInt8],
        key: borrowing SecretBytes
    ) throws(CryptoError) {
        guard row.count >= rowOverhead else { throw .badParameter }
        // SAFETY: the row has a nonce and more.
        unsafe try open(
            UnsafeRawBufferPointer(rebasing: row[nonceSize...]), into: plain,
            under: UnsafeRawBufferPointer(rebasing: row[..<nonceSize]), associated: associated, key: key)
    }

    /// Seals bytes under a nonce, wherever that lies.
    private static func seal(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer,
        under nonce: UnsafeRawBufferPointer, associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) {
        guard nonce.count == nonceSize, key.count == keySize, plain.count < 1 << 32,
            sealed.count == plain.count + overhead, let target = sealed.baseAddress, let nonce = nonce.baseAddress
        else { throw .badParameter }
        try Sodium.start()
        // SAFETY: every length was checked above; nothing is read through an empty buffer's pointer.
        let outcome = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            target.assumingMemoryBound(to: UInt8.self), nil,
            (plain.baseAddress ?? UnsafeRawPointer(target)).assumingMemoryBound(to: UInt8.self), UInt64(plain.count),
            associated, UInt64(associated.count), nil, nonce.assumingMemoryBound(to: UInt8.self),
            key.base.assumingMemoryBound(to: UInt8.self))
        guard outcome == 0 else { throw .badParameter }
    }

    /// Opens bytes that were sealed under a nonce, wherever that lies.
    private static func open(
        _ sealed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer,
        under nonce: UnsafeRawBufferPointer, associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) {
        guard nonce.count == nonceSize, key.count == keySize, sealed.count >= overhead, sealed.count < 1 << 32,
            plain.count == sealed.count - overhead, let source = sealed.baseAddress, let nonce = nonce.baseAddress
        else { throw .badParameter }
        try Sodium.start()
        // SAFETY: every length was checked above; with no room for plain bytes, none are written.
        let outcome = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil,
            source.assumingMemoryBound(to: UInt8.self), UInt64(sealed.count), associated,
            UInt64(associated.count), nonce.assumingMemoryBound(to: UInt8.self),
            key.base.assumingMemoryBound(to: UInt8.self))
        guard outcome == 0 else { throw .forged }
    }

    /// Seals bytes.
    public static func seal(
        _ plain: [UInt8], nonce: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) -> [UInt8] {
        guard plain.count < 1 << 32 else { throw .badParameter }
        var sealed = [UInt8](repeating: 0, count: plain.count + overhead)
        unsafe try plain.withUnsafeBufferPointer { (source) throws(CryptoError) in
            unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                unsafe try seal(
                    UnsafeRawBufferPointer(source), into: UnsafeMutableRawBufferPointer(target), nonce: nonce,
                    associated: associated, key: key)
            }
        }
        return sealed
    }

    /// Opens sealed bytes.
    public static func open(
        _ sealed: [UInt8], nonce: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= overhead else { throw .forged }
        var plain = [UInt8](repeating: 0, count: sealed.count - overhead)
        unsafe try sealed.withUnsafeBufferPointer { (source) throws(CryptoError) in
            unsafe try plain.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                unsafe try open(
                    UnsafeRawBufferPointer(source), into: UnsafeMutableRawBufferPointer(target), nonce: nonce,
                    associated: associated, key: key)
            }
        }
        return plain
    }
}
