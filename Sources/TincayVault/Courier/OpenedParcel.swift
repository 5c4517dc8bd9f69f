import TincayCrypto

/// What was in a parcel, with the signature of whoever sent it.
struct OpenedParcel {
    /// The content, and behind it the signature.
    private let content: [UInt8]
    /// The hash that the sender signed.
    let hash: [UInt8]

    /// Takes what came out of the seal, which is never shorter than a signature.
    init(content: [UInt8], hash: [UInt8]) {
        self.content = content
        self.hash = hash
    }

    /// The content alone.
    var body: ArraySlice<UInt8> { content.dropLast(Signature.size) }

    /// The sender's signature.
    var signature: [UInt8] { [UInt8](content.suffix(Signature.size)) }

    /// Whether the owner of a key sent it.
    func verify(with publicKey: [UInt8]) -> Bool {
        Signature.verify(signature, hash, publicKey: publicKey)
    }
}
