import TincayCrypto

/// What one desk gives another so that sections of a report open: its shares of their keys, sealed and signed.
///
/// It is bound to the report, its content and the addressee, and is always as large.
struct ReportShare {
    /// What the wraps of shares are for.
    private static let domain: StaticString = "share"
    /// The subkey that seals the content.
    private static let context: StaticString = "tincaysh"
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// Where the shares begin.
    private static let start = 104
    /// The most shares: one of each section.
    private static let room = BodyIndex.most - 1
    /// Where the signature begins.
    private static let signed = 448
    /// The content with its signature.
    private static let plainSize = signed + Signature.size
    /// How many bytes a share has.
    static let size = KeyWraps.size + plainSize + Seal.overhead

    /// The desk that gives it.
    let deskID: [UInt8]
    /// The report.
    let reportID: ReportID
    /// The hash of the sealed report, so that it opens this content and no other.
    let bodyHash: [UInt8]
    /// The shares.
    let grants: [SectionGrant]

    /// Seals shares of a report to a desk.
    static func seal(
        _ grants: [SectionGrant], of reportID: ReportID, bodyHash: [UInt8], from key: borrowing SigningKeyPair,
        to recipient: Recipient
    ) throws(VaultError) -> [UInt8] {
        guard grants.count <= room, recipient.deskID.count == 16, bodyHash.count == Hash.size else { throw .defect }
        var front = ByteWriter(capacity: start)
        front.append([version])
        front.pad(to: 8)
        front.append(key.publicKey)
        front.append(recipient.deskID)
        front.append(reportID.bytes)
        front.append(bodyHash)
        var plain = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: plainSize) }
        put(front.bytes, into: &plain, at: 0)
        try SectionGrant.write(grants, into: &plain, at: start)
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let ephemeral = try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
        let wraps = try KeyWraps.seal(secret, id: ReportID(), domain: domain, to: [recipient], ephemeral: ephemeral)
        put(key.sign(digest(wraps, plain)), into: &plain, at: signed)
        var sealed = [UInt8](repeating: 0, count: plainSize + Seal.overhead)
        do throws(CryptoError) {
            let subkey = try secret.subkey(0, context: context)
            unsafe try plain.withBytes { (plain) throws(CryptoError) in
                // SAFETY: both buffers are lent for the call; the key is new, so it seals only once.
                unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                    unsafe try Seal.seal(
                        plain, into: UnsafeMutableRawBufferPointer(target), nonce: Seal.onlyNonce, associated: wraps,
                        key: subkey)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return wraps + sealed
    }

    /// Opens a share that is for this desk and that another signed.
    static func open(
        _ bytes: [UInt8], for desk: [UInt8], with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> ReportShare {
        guard bytes.count == size else { throw .badFormat }
        let wraps = [UInt8](bytes.prefix(KeyWraps.size))
        guard let secret = try KeyWraps.open(wraps[...], domain: domain, with: pair) else { throw .wrongKey }
        var plain = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: plainSize) }
        let sealed = [UInt8](bytes.dropFirst(KeyWraps.size))
        do throws(CryptoError) {
            let subkey = try secret.subkey(0, context: context)
            // SAFETY: both buffers are lent for the call.
            unsafe try plain.withMutableBytes { (target) throws(CryptoError) in
                unsafe try sealed.withUnsafeBufferPointer { (source) throws(CryptoError) in
                    unsafe try Seal.open(
                        UnsafeRawBufferPointer(source), into: target, nonce: Seal.onlyNonce, associated: wraps,
                        key: subkey)
                }
            }
        } catch {
            throw VaultError(error)
        }
        return try read(plain, wraps, for: desk)
    }

    /// Reads what a share holds, and checks who signed it and for whom.
    private static func read(
        _ plain: borrowing SecretBytes, _ wraps: [UInt8], for desk: [UInt8]
    ) throws(VaultError) -> ReportShare {
        var reader = ByteReader(bytes(of: plain, 0..<start)[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        try reader.zeros(7)
        let signKey = try reader.bytes(Signature.keySize)
        let addressee = try reader.bytes(16)
        guard let reportID = ReportID(bytes: try reader.bytes(ReportID.size)) else { throw .badFormat }
        let bodyHash = try reader.bytes(Hash.size)
        let signature = bytes(of: plain, signed..<plainSize)
        guard Signature.verify(signature, digest(wraps, plain), publicKey: signKey) else { throw .tampered }
        // Whoever it was for could otherwise hand it on in the name of who signed it.
        guard addressee == desk else { throw .wrongKey }
        let end = start + room * SectionGrant.size
        guard bytes(of: plain, end..<signed).allSatisfy({ $0 == 0 }) else { throw .badFormat }
        let grants = try SectionGrant.read(plain, at: start, size: end - start)
        guard !grants.isEmpty, grants.allSatisfy({ !$0.isKey && !$0.isReceived }) else { throw .tampered }
        return ReportShare(deskID: Card.deskID(signKey), reportID: reportID, bodyHash: bodyHash, grants: grants)
    }

    /// What is signed: the hash of the wraps and of all before the signature.
    private static func digest(_ wraps: [UInt8], _ plain: borrowing SecretBytes) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay share 1")
        hash.update(wraps)
        // SAFETY: the range is inside the content, which is lent for the call.
        unsafe plain.withBytes { plain in unsafe hash.update(UnsafeRawBufferPointer(rebasing: plain[..<signed])) }
        return hash.finish()
    }

    /// Puts bytes that are no secret into the content.
    private static func put(_ bytes: [UInt8], into plain: inout SecretBytes, at offset: Int) {
        unsafe plain.withMutableBytes { plain in
            for (index, byte) in bytes.enumerated() where offset + index < plain.count {
                unsafe plain[offset + index] = byte
            }
        }
    }

    /// Copies bytes that are no secret out of the content.
    private static func bytes(of plain: borrowing SecretBytes, _ range: Range<Int>) -> [UInt8] {
        // SAFETY: every range is a constant inside the content.
        unsafe plain.withBytes { plain in unsafe [UInt8](plain[range]) }
    }
}
