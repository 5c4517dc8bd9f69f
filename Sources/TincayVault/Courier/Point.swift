import TincayCrypto

/// Where reports are told: a kiosk, a trusted address, a school.
public struct Point: Equatable, Sendable {
    /// The Ed25519 key that the point signs bundles with.
    public let publicKey: [UInt8]
    /// Its name, at most 800 bytes.
    public let name: [UInt8]
    /// Its kind, at most 64 bytes.
    public let kind: [UInt8]

    /// Describes a point.
    public init(publicKey: [UInt8], name: [UInt8], kind: [UInt8]) {
        self.publicKey = publicKey
        self.name = name
        self.kind = kind
    }

    /// The point's number, which follows from its key: nobody else can sign as this point.
    public var id: [UInt8] {
        var hash = Hash()
        hash.update("tincay point 1")
        hash.update(publicKey)
        return [UInt8](hash.finish().prefix(16))
    }
}
