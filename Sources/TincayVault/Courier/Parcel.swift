import TincayCrypto

/// The outer form of what travels: the wraps of an envelope, and behind them one seal over content that ends with its
/// sender's signature.
struct Parcel {
    /// Everything around the content.
    static let overhead = KeyWraps.size + Signature.size + Seal.overhead
    /// What bundles travel in.
    static let bundle = Parcel(domain: "bundle", context: "tincaybn", signed: "tincay bundle 1")
    /// What receipts travel in.
    static let receipt = Parcel(domain: "receipt", context: "tincayrc", signed: "tincay receipt 2")

    /// What desks tell each other about referrals travels in these.
    static let referral = Parcel(domain: "referral", context: "tincayrf", signed: "tincay referral message 1")

    /// What the wraps are for.
    private let domain: StaticString
    /// Whose subkey seals the content.
    private let context: StaticString
    /// What the signature is for.
    private let signed: StaticString

    /// Signs and seals the content where it stands; `parcel` has room for the wraps before it, and for the signature
    /// and the seal behind it.
    func close(
        _ parcel: inout [UInt8], signing key: borrowing SigningKeyPair, to recipients: [Recipient]
    ) throws(VaultError) {
        let end = parcel.count - Signature.size - Seal.overhead
        guard end >= KeyWraps.size else { throw .defect }
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let ephemeral = try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
        let wraps = try KeyWraps.seal(secret, id: ReportID(), domain: domain, to: recipients, ephemeral: ephemeral)
        parcel.replaceSubrange(..<KeyWraps.size, with: wraps)
        // SAFETY: the bytes are lent for the call.
        let hash = unsafe parcel.withUnsafeBytes { unsafe digest([], $0.prefix(end)) }
        parcel.replaceSubrange(end..<end + Signature.size, with: key.sign(hash))
        let sealKey = try VaultError.crypto { () throws(CryptoError) in try secret.subkey(0, context: context) }
        do throws(CryptoError) {
            // SAFETY: both ranges are inside the buffer, and the primitive works in place.
            unsafe try parcel.withUnsafeMutableBufferPointer { (buffer) throws(CryptoError) in
                let all = UnsafeMutableRawBufferPointer(buffer)
                let sealed = unsafe UnsafeMutableRawBufferPointer(rebasing: all[KeyWraps.size...])
                unsafe try Seal.seal(
                    UnsafeRawBufferPointer(rebasing: sealed.dropLast(Seal.overhead)), into: sealed,
                    nonce: Seal.onlyNonce, associated: wraps, key: sealKey)
            }
        } catch {
            throw VaultError(error)
        }
    }

    /// Opens a parcel that is for this pair; whether its sender signed it is still to be seen.
    func open(
        _ parcel: UnsafeRawBufferPointer, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> OpenedParcel {
        guard parcel.count > Self.overhead else { throw .badFormat }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let wraps = unsafe [UInt8](parcel.prefix(KeyWraps.size))
        guard let secret = try KeyWraps.open(wraps[...], domain: domain, with: pair) else { throw .wrongKey }
        var content = [UInt8](repeating: 0, count: parcel.count - KeyWraps.size - Seal.overhead)
        let key = try VaultError.crypto { () throws(CryptoError) in try secret.subkey(0, context: context) }
        do throws(CryptoError) {
            // SAFETY: the sealed bytes are lent for the call, and the content has as many as the seal leaves.
            unsafe try content.withUnsafeMutableBufferPointer { (buffer) throws(CryptoError) in
                unsafe try Seal.open(
                    UnsafeRawBufferPointer(rebasing: parcel.dropFirst(KeyWraps.size)),
                    into: UnsafeMutableRawBufferPointer(buffer), nonce: Seal.onlyNonce, associated: wraps, key: key)
            }
        } catch {
            throw VaultError(error)
        }
        // SAFETY: the bytes are lent for the call.
        let hash = unsafe content.withUnsafeBytes { unsafe digest(wraps, $0.dropLast(Signature.size)) }
        return OpenedParcel(content: content, hash: hash)
    }

    /// What the sender signs: the hash of the wraps and of all before the signature.
    private func digest(_ wraps: [UInt8], _ content: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        var hash = Hash()
        hash.update(signed)
        hash.update(wraps)
        // SAFETY: the caller lends the bytes for the call.
        unsafe hash.update(UnsafeRawBufferPointer(rebasing: content))
        return hash.finish()
    }
}
