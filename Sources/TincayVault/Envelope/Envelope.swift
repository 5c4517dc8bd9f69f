public import TincayCrypto

/// A sealed report as it lies in a slot: all slots are of one size, and nothing tells a report from noise.
public enum Envelope {
    /// What the wraps of envelopes are for.
    static let domain: StaticString = "envelope"

    /// Seals a report to its recipients into exactly `size` bytes.
    public static func seal(
        _ report: Report, id: ReportID, to recipients: [Recipient], ephemeral: consuming AgreementKeyPair, size: Int
    ) throws(VaultError) -> [UInt8] {
        let key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        var envelope = try KeyWraps.seal(key, id: id, domain: domain, to: recipients, ephemeral: ephemeral)
        envelope.reserveCapacity(size)
        envelope += try SealedBody.seal(report, id: id, key: key)
        guard envelope.count <= size else { throw .tooLarge }
        envelope += Random.bytes(size - envelope.count)
        return envelope
    }

    /// A slot's content that nobody can open and nobody can tell from a report.
    public static func noise(size: Int) throws(VaultError) -> [UInt8] {
        var noise = try KeyWraps.noise()
        guard size >= noise.count else { throw .defect }
        noise += Random.bytes(size - noise.count)
        return noise
    }

    /// The identifier that every slot carries in clear; nil when the bytes are no envelope of ours.
    public static func identifier(of envelope: [UInt8]) -> ReportID? {
        KeyWraps.identifier(of: envelope[...])
    }

    /// Opens an envelope; nil when it is noise, or for others.
    public static func open(
        _ envelope: [UInt8], with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> OpenedEnvelope? {
        guard let key = try KeyWraps.open(envelope[...], domain: domain, with: pair) else { return nil }
        guard let id = identifier(of: envelope) else { throw .badFormat }
        let body = try SealedBody.trimmed(envelope.dropFirst(KeyWraps.size), id: id, key: key)
        return OpenedEnvelope(id: id, key: key, body: body)
    }
}
