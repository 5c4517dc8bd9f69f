/// A bundle that was for this desk, with its point's signature checked.
public struct OpenedBundle: Sendable {
    /// Who sent it.
    public let point: Point
    /// The point's count of bundles.
    public let sequence: UInt64
    /// The slots, used or not.
    public let items: [[UInt8]]
    /// The hash that the point signed.
    public let hash: [UInt8]
}
