/// A desk's signature under a notice.
struct NoticeSignature: Equatable {
    /// How many bytes a desk's number and its signature have.
    static let size = 80

    /// The number of the desk that signed.
    let deskID: [UInt8]
    /// The Ed25519 signature.
    let signature: [UInt8]
}
