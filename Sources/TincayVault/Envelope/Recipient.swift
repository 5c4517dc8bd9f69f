/// A desk that reports are sealed to, as its card told it.
public struct Recipient: Equatable, Sendable {
    /// The desk's number: 16 bytes of a hash of its signing key.
    public let deskID: [UInt8]
    /// The X25519 key that reports are sealed to.
    public let sealKey: [UInt8]
    /// The Ed25519 key that receipts are signed with.
    public let signKey: [UInt8]
    /// The desk's name.
    public let name: [UInt8]
}
