public import TincayCrypto

/// An envelope that was for us: its key, and what the key opens.
public struct OpenedEnvelope: ~Copyable, Sendable {
    /// The report's identifier.
    public let id: ReportID
    /// The report's key.
    public let key: SecretBytes
    /// The sealed report, without the wraps and the padding around it.
    public let body: [UInt8]

    @inlinable deinit {}
}
