/// What came of trying shares.
public struct RecoveryDrill: Sendable {
    /// Whether they would let somebody in.
    public let fits: Bool
    /// Whether one of them was mistyped.
    public let isMistyped: Bool
    /// The findings: a JSON object.
    public let result: [UInt8]
}
