import TincayCrypto

/// A file that a person needs beside the passphrase: what both give takes the passphrase's place.
enum KeyFile {
    /// How many bytes a file may have.
    static let size = 32...65_536

    /// What a passphrase and a file give.
    static func mix(
        _ passphrase: UnsafeRawBufferPointer, _ file: UnsafeRawBufferPointer
    ) throws(VaultError) -> SecretBytes {
        guard size.contains(file.count) else { throw .wrongKey }
        var first = Hash()
        first.update("tincay key file 1")
        unsafe first.update(file)
        do throws(CryptoError) {
            var second = try Hash(key: try first.finishSecret())
            unsafe second.update(passphrase)
            return try second.finishSecret()
        } catch {
            throw VaultError(error)
        }
    }
}
