public import TincayCrypto

/// A sealed report as it lies in a slot: all slots are of one size, and nothing tells a report from noise.
public enum Envelope {
    /// What the wraps of envelopes are for.
    static let domain: StaticString = "envelope"

    /// Seals a report to its recipients into exactly `size` bytes, under a key that is given or drawn.
    public static func seal(
        _ report: Report, id: ReportID, to recipients: [Recipient], ephemeral: consuming AgreementKeyPair,
        key given: consuming SecretBytes? = nil, size: Int
    ) throws(VaultError) -> [UInt8] {
        let key = try Self.key(given.take())
        var envelope = try KeyWraps.seal(key, id: id, domain: domain, to: recipients, ephemeral: ephemeral)
        envelope.reserveCapacity(size)
        envelope += try SealedBody.seal(report, id: id, key: key)
        guard envelope.count <= size - Hash.size else { throw .tooLarge }
        return closed(envelope, size: size)
    }

    /// Seals a report to readers of whom some may read only some sections, or only together.
    ///
    /// From outside it is as any other. When everybody reads everything alone, it is what sealing to recipients gives.
    public static func seal(
        _ report: Report, id: ReportID, to readers: [Reader], shared: [Sharing],
        ephemeral: consuming AgreementKeyPair, key given: consuming SecretBytes? = nil, size: Int
    ) throws(VaultError) -> [UInt8] {
        let recipients = readers.map { $0.recipient }
        guard SectionPlan.isNeeded(to: readers, shared: shared) else {
            return try seal(report, id: id, to: recipients, ephemeral: ephemeral, key: given, size: size)
        }
        let plan = try SectionPlan(for: report, id: id, to: readers, shared: shared)
        let key = try Self.key(given.take())
        var cells = SectionCells(id: id, formHash: report.formHash)
        var envelope = try KeyWraps.seal(
            key, id: id, domain: domain, to: recipients, ephemeral: ephemeral
        ) { (place, agreement) throws(VaultError) in
            try cells.add(plan.grants[place], for: agreement)
        }
        envelope.reserveCapacity(size)
        envelope += try SealedBody.seal(report, id: id, key: key, plan: plan, cells: cells.bytes)
        guard envelope.count <= size - Hash.size else { throw .tooLarge }
        return closed(envelope, size: size)
    }

    /// The key of one envelope, which is drawn when none was given.
    private static func key(_ given: consuming SecretBytes?) throws(VaultError) -> SecretBytes {
        if let given = given.take() { return given }
        return try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
    }

    /// A slot's content that nobody can open and nobody can tell from a report.
    public static func noise(size: Int) throws(VaultError) -> [UInt8] {
        let noise = try KeyWraps.noise()
        guard size >= noise.count + Hash.size else { throw .defect }
        return closed(noise, size: size)
    }

    /// Fills a slot with random bytes and the checksum over all before it.
    static func closed(_ content: [UInt8], size: Int) -> [UInt8] {
        let whole = content + Random.bytes(size - Hash.size - content.count)
        return whole + checksum(whole[...])
    }

    /// What tells a slot that the disk has damaged from noise; everybody can compute it, so it says nothing else.
    private static func checksum(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay slot 1")
        // SAFETY: the buffer is lent for the call.
        unsafe content.withUnsafeBufferPointer { unsafe hash.update(UnsafeRawBufferPointer($0)) }
        return hash.finish()
    }

    /// The identifier that every slot carries in clear; nil when the bytes are no envelope of ours.
    public static func identifier(of envelope: [UInt8]) -> ReportID? {
        KeyWraps.identifier(of: envelope[...])
    }

    /// Opens an envelope; nil when it is noise, or for others, and `tampered` when it is not as it was written.
    public static func open(
        _ envelope: [UInt8], with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> OpenedEnvelope? {
        guard envelope.count >= KeyWraps.size + Hash.size else { throw .badFormat }
        let content = envelope.dropLast(Hash.size)
        guard checksum(content) == [UInt8](envelope.suffix(Hash.size)) else { throw .tampered }
        guard let agreement = try KeyWraps.agreement(content, with: pair),
            let key = try KeyWraps.open(content, domain: domain, by: agreement)
        else { return nil }
        guard let id = identifier(of: envelope) else { throw .badFormat }
        let sealed = content.dropFirst(KeyWraps.size)
        let (body, grants) = try SealedBody.take(sealed, id: id, key: key, by: agreement)
        let keys = try ReportKeys(key: key, grants: grants)
        return OpenedEnvelope(id: id, key: key, keys: keys, body: body)
    }
}
