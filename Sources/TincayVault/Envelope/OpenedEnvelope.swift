public import TincayCrypto

/// An envelope that was for us: its key, and what the key opens.
public final class OpenedEnvelope: Sendable {
    /// The report's identifier.
    public let id: ReportID
    /// The report's key.
    public let key: SecretBytes
    /// The sealed report, without the wraps and the padding around it.
    public let body: [UInt8]

    /// Puts together what was found in an envelope.
    init(id: ReportID, key: consuming SecretBytes, body: [UInt8]) {
        self.id = id
        self.key = key
        self.body = body
    }
}
