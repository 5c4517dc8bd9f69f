import TincayCrypto

/// A value of the casebook as it lies in a row: a random nonce, then the sealed bytes.
enum SealedRow {
    /// How many bytes a row has more than what it holds.
    static let overhead = Seal.rowOverhead

    /// Seals bytes for a row.
    static func seal(
        _ plain: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        try seal(plain, behind: [], associated: associated, key: key)
    }

    /// Seals bytes for a row that begins with others in clear.
    static func seal(
        _ plain: [UInt8], behind front: [UInt8], associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        var row = [UInt8](repeating: 0, count: front.count + plain.count + overhead)
        row.replaceSubrange(..<front.count, with: front)
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try plain.withUnsafeBufferPointer { (source) throws(CryptoError) in
                unsafe try row.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    let sealed = unsafe UnsafeMutableBufferPointer(rebasing: target[front.count...])
                    unsafe try Seal.sealRow(
                        UnsafeRawBufferPointer(source), into: UnsafeMutableRawBufferPointer(sealed),
                        associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return row
    }

    /// Opens the bytes of a row.
    static func open(
        _ row: ArraySlice<UInt8>, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        guard row.count >= overhead else { throw .tampered }
        var plain = [UInt8](repeating: 0, count: row.count - overhead)
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try row.withUnsafeBufferPointer { (source) throws(CryptoError) in
                unsafe try plain.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.openRow(
                        UnsafeRawBufferPointer(source), into: UnsafeMutableRawBufferPointer(target),
                        associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return plain
    }

    /// Seals a key for a row, without a copy of it in ordinary memory.
    static func seal(
        _ secret: borrowing SecretBytes, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8] {
        var row = [UInt8](repeating: 0, count: secret.count + overhead)
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withBytes { (source) throws(CryptoError) in
                unsafe try row.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.sealRow(
                        source, into: UnsafeMutableRawBufferPointer(target), associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return row
    }

    /// Opens a row into a key that is there already and as long as what the row holds.
    static func open(
        _ row: ArraySlice<UInt8>, into secret: inout SecretBytes, associated: [UInt8], key: borrowing SecretBytes
    ) throws(VaultError) {
        guard row.count == overhead + secret.count else { throw .tampered }
        do throws(CryptoError) {
            // SAFETY: both buffers are lent for the call.
            unsafe try secret.withMutableBytes { (target) throws(CryptoError) in
                unsafe try row.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.openRow(
                        UnsafeRawBufferPointer(source), into: target, associated: associated, key: key)
                }
            }
        } catch {
            throw VaultError(error)
        }
    }
}
