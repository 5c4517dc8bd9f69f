import TincayCrypto

/// An envelope that was for us: its keys, and what they open.
public final class OpenedEnvelope: Sendable {
    /// The report's identifier.
    public let id: ReportID
    /// The report's key, which whoever made it drew.
    let key: SecretBytes
    /// What of it this desk may open.
    public let keys: ReportKeys
    /// The sealed report, without the wraps and the padding around it.
    public let body: [UInt8]

    /// Puts together what was found in an envelope.
    init(id: ReportID, key: consuming SecretBytes, keys: ReportKeys, body: [UInt8]) {
        self.id = id
        self.key = key
        self.keys = keys
        self.body = body
    }
}
