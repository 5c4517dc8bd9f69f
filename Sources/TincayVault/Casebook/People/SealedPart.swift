import TincayCrypto

/// A part of a report's keys as it lies in a row: sealed by somebody who can open it, or to those who can.
///
/// Both look alike in length: a byte that tells which, 32 bytes of nonce and zeros or of a public key used once, and the
/// sealed bytes.
enum SealedPart {
    /// Sealed under the key of the part.
    private static let own: UInt8 = 1
    /// Sealed to the public key of those who hold the part.
    private static let others: UInt8 = 2
    /// What stands before the sealed bytes.
    private static let front = 1 + 32
    /// How many bytes a part has more than what it holds.
    static let overhead = front + Seal.overhead
    /// What the key between both sides is for.
    private static let purpose: StaticString = "tincay part 1 "

    /// Seals a part with its key, or without it to the public key.
    static func seal(
        _ part: ReportPart, _ secret: borrowing SecretBytes, associated: [UInt8], keys: DeskKeys
    ) throws(VaultError) -> [UInt8] {
        if let own = keys.part(part) {
            let row = try SealedRow.seal(secret, associated: associated, key: own.key)
            var writer = ByteWriter(capacity: secret.count + overhead)
            writer.append(Self.own)
            writer.append(row.prefix(Seal.nonceSize))
            writer.pad(to: front)
            writer.append(row.dropFirst(Seal.nonceSize))
            return writer.bytes
        }
        var sealed = [UInt8](repeating: 0, count: secret.count + Seal.overhead)
        do throws(CryptoError) {
            let ephemeral = try AgreementKeyPair()
            let agreement = try KeyAgreement(sealing: ephemeral, to: keys.publicKey(of: part))
            let key = try agreement.key(purpose, "row")
            // SAFETY: both buffers are lent for the call; the key is new, so it seals only once.
            unsafe try secret.withBytes { (source) throws(CryptoError) in
                unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        source, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce,
                        associated: associated, key: key)
                }
            }
            return [others] + ephemeral.publicKey + sealed
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens a part into memory that is as long as what it holds.
    static func open(
        _ row: ArraySlice<UInt8>, into secret: inout SecretBytes, associated: [UInt8], key: PartKey
    ) throws(VaultError) {
        guard row.count == secret.count + overhead, let kind = row.first else { throw .tampered }
        let front = row.dropFirst().prefix(Self.front - 1)
        let sealed = row.dropFirst(Self.front)
        switch kind {
        case own:
            guard front.dropFirst(Seal.nonceSize).allSatisfy({ $0 == 0 }) else { throw .tampered }
            try SealedRow.open(
                front.prefix(Seal.nonceSize) + sealed, into: &secret, associated: associated, key: key.key)
        case others:
            let agreed: SecretBytes
            do throws(CryptoError) {
                agreed = try KeyAgreement(reading: key.pair, from: [UInt8](front)).key(purpose, "row")
            } catch {
                throw VaultError(error)
            }
            try SealedRow.open(
                Seal.onlyNonce + sealed, into: &secret, associated: associated, key: agreed)
        default: throw .tampered
        }
    }
}
