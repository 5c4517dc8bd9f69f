public import TincayCrypto

/// What travels from a point to its desks: all slots, in one file of one size that says nothing to anybody else.
///
/// Outside stand the wraps of an envelope; behind them one seal holds the manifest, the items, zeros and the point's
/// signature over everything before it.
public enum Bundle {
    /// What the wraps of bundles are for.
    private static let domain: StaticString = "bundle"
    /// The subkey that seals the content.
    private static let context: StaticString = "tincaybn"
    /// Everything that is neither an item nor padding.
    private static let overhead = KeyWraps.size + Manifest.size + Signature.size + Seal.overhead
    /// The largest bundle that a desk opens.
    public static let largest = 64 << 20

    /// How many items of a size a bundle of a size holds.
    public static func capacity(size: Int, itemSize: Int) -> Int {
        guard itemSize > 0, size > overhead else { return 0 }
        return (size - overhead) / itemSize
    }

    /// Packs items of one size into exactly `size` bytes.
    public static func pack(
        items: [[UInt8]], itemSize: Int, point: Point, sequence: UInt64, signing key: borrowing SigningKeyPair,
        to recipients: [Recipient], size: Int
    ) throws(VaultError) -> [UInt8] {
        guard size <= largest, items.count <= capacity(size: size, itemSize: itemSize),
            items.allSatisfy({ $0.count == itemSize })
        else { throw .tooLarge }
        let manifest = Manifest(point: point, sequence: sequence, itemSize: itemSize, itemCount: items.count)
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let ephemeral = try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
        let header = try KeyWraps.seal(secret, id: ReportID(), domain: domain, to: recipients, ephemeral: ephemeral)
        var writer = ByteWriter(capacity: size)
        writer.append(header)
        writer.append(manifest.bytes)
        for item in items { writer.append(item) }
        writer.pad(to: size - Seal.overhead - Signature.size)
        writer.append(key.sign(digest(writer.bytes[...])))
        writer.pad(to: size)
        var bundle = writer.bytes
        do throws(CryptoError) { try crypt(&bundle, secret, associated: header, opening: false) } catch {
            throw VaultError(error)
        }
        return bundle
    }

    /// Opens a bundle that is for this desk and that its point signed.
    public static func open(
        _ bytes: UnsafeRawBufferPointer, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> OpenedBundle {
        guard bytes.count <= largest else { throw .tooLarge }
        guard bytes.count > overhead else { throw .badFormat }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        var bundle = unsafe [UInt8](bytes)
        let header = [UInt8](bundle.prefix(KeyWraps.size))
        guard let secret = try KeyWraps.open(header[...], domain: domain, with: pair) else { throw .wrongKey }
        do throws(CryptoError) { try crypt(&bundle, secret, associated: header, opening: true) } catch {
            throw VaultError(error)
        }
        let end = bundle.count - Seal.overhead - Signature.size
        let hash = digest(bundle[..<end])
        var reader = ByteReader(bundle[KeyWraps.size..<end])
        let manifest = try Manifest(try reader.take(Manifest.size))
        let signature = [UInt8](bundle[end..<end + Signature.size])
        guard Signature.verify(signature, hash, publicKey: manifest.point.publicKey) else { throw .tampered }
        guard manifest.itemCount <= capacity(size: bundle.count, itemSize: manifest.itemSize) else {
            throw .badFormat
        }
        var items: [[UInt8]] = []
        items.reserveCapacity(manifest.itemCount)
        for _ in 0..<manifest.itemCount { items.append(try reader.bytes(manifest.itemSize)) }
        return OpenedBundle(point: manifest.point, sequence: manifest.sequence, items: items, hash: hash)
    }

    /// What the point signs: the hash of all that comes before the signature.
    private static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay bundle 1")
        // SAFETY: the buffer is lent for the call.
        unsafe bytes.withUnsafeBufferPointer { unsafe hash.update(UnsafeRawBufferPointer($0)) }
        return hash.finish()
    }

    /// Seals or opens everything behind the header in its place.
    private static func crypt(
        _ bundle: inout [UInt8], _ secret: borrowing SecretBytes, associated: [UInt8], opening: Bool
    ) throws(CryptoError) {
        let key = try secret.subkey(0, context: context)
        // SAFETY: both ranges are inside the buffer, and the primitive works in place.
        unsafe try bundle.withUnsafeMutableBufferPointer { (buffer) throws(CryptoError) in
            let all = UnsafeMutableRawBufferPointer(buffer)
            let sealed = unsafe UnsafeMutableRawBufferPointer(rebasing: all[KeyWraps.size...])
            let plain = unsafe UnsafeMutableRawBufferPointer(rebasing: all[KeyWraps.size..<all.count - Seal.overhead])
            if opening {
                unsafe try Seal.open(
                    UnsafeRawBufferPointer(sealed), into: plain, nonce: Seal.onlyNonce, associated: associated, key: key
                )
            } else {
                unsafe try Seal.seal(
                    UnsafeRawBufferPointer(plain), into: sealed, nonce: Seal.onlyNonce, associated: associated, key: key
                )
            }
        }
    }
}
