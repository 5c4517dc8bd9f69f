import TincayCrypto

/// What an authority sends to points and desks: a body of JSON, and the signatures of those who stand for it.
///
/// Reading one says nothing about who signed; only an `Authority` can.
struct Notice: Equatable {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The most bytes of a notice.
    static let largest = 8 << 20
    /// The most signatures.
    private static let most = 8
    /// Everything before the body.
    private static let headSize = 16

    /// What it gives notice of.
    let kind: NoticeKind
    /// The JSON that was signed, as it was written.
    let body: [UInt8]
    /// Who signed, each once.
    private(set) var signatures: [NoticeSignature] = []

    /// Starts a notice that nobody has signed.
    init(kind: NoticeKind, body: [UInt8]) throws(VaultError) {
        guard body.count <= Self.largest - Self.headSize - Self.most * NoticeSignature.size else { throw .tooLarge }
        self.kind = kind
        self.body = body
    }

    /// Reads a notice, whose signatures are still to be verified.
    init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count <= Self.largest else { throw .tooLarge }
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let number = try reader.byte()
        guard let kind = NoticeKind(rawValue: number) else { throw number == 0 ? .badFormat : .tooNew }
        let count = Int(try reader.byte())
        try reader.zeros(5)
        guard count <= Self.most, let size = Int(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        try self.init(kind: kind, body: try reader.bytes(size))
        for _ in 0..<count {
            let deskID = try reader.bytes(16)
            // One signer must not count for two.
            guard !signatures.contains(where: { $0.deskID == deskID }) else { throw .badFormat }
            signatures.append(NoticeSignature(deskID: deskID, signature: try reader.bytes(Signature.size)))
        }
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// Whether bytes are a notice rather than the body of one, which is a JSON text.
    static func isNotice(_ bytes: [UInt8]) -> Bool {
        bytes.first.map { $0 < 0x09 } ?? false
    }

    /// The notice as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.headSize + body.count + signatures.count * NoticeSignature.size)
        writer.append([Self.version, kind.rawValue, UInt8(truncatingIfNeeded: signatures.count)])
        writer.pad(to: 8)
        writer.append(number: UInt64(body.count))
        writer.append(body)
        for signature in signatures {
            writer.append(signature.deskID)
            writer.append(signature.signature)
        }
        return writer.bytes
    }

    /// The hash of what was signed, by which reports name it.
    var hash: [UInt8] { Hash.digest(signed) }

    /// Adds a desk's signature, or puts it in the place of an earlier one.
    mutating func sign(as deskID: [UInt8], with key: borrowing SigningKeyPair) throws(VaultError) {
        let signature = NoticeSignature(deskID: deskID, signature: key.sign(signed))
        if let place = signatures.firstIndex(where: { $0.deskID == deskID }) {
            signatures[place] = signature
        } else {
            guard signatures.count < Self.most else { throw .tooLarge }
            signatures.append(signature)
        }
    }

    /// Whether a desk's signature is there and holds; nil when it is not there.
    func isSigned(by desk: Recipient) -> Bool? {
        guard let found = signatures.first(where: { $0.deskID == desk.deskID }) else { return nil }
        return Signature.verify(found.signature, signed, publicKey: desk.signKey)
    }

    /// What a signature is over.
    private var signed: [UInt8] {
        var writer = ByteWriter(capacity: 32 + body.count)
        writer.append("tincay notice 1".utf8)
        writer.append([kind.rawValue])
        writer.append(number: UInt64(body.count))
        writer.append(body)
        return writer.bytes
    }
}
