/// What verifying a ledger found.
public struct Verified: Sendable {
    /// Whether everything holds.
    public let ok: Bool
    /// The findings: a JSON object.
    public let result: [UInt8]
}
