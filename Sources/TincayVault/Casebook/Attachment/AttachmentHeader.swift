import TincayCrypto

/// What a sealed file begins with: its format, what binds it to its key, and the header of its stream.
struct AttachmentHeader {
    /// How many bytes a header has.
    static let size = 64
    /// What every file begins with: "TcAt", the layout, the suite, and the power of two of a piece.
    private static let start = Array("TcAt".utf8) + [1, KeyWraps.suite, 16, 0]

    /// What binds the file to its key.
    let commitment: [UInt8]
    /// What the stream begins with.
    let stream: [UInt8]

    /// Joins both.
    init(commitment: [UInt8], stream: [UInt8]) {
        self.commitment = commitment
        self.stream = stream
    }

    /// Reads a header.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let magic = try reader.bytes(4)
        let version = try reader.byte()
        let rest = try reader.bytes(3)
        guard magic.elementsEqual(Self.start.prefix(4)), version > 0 else { throw .tampered }
        guard version == Self.start[4], rest.elementsEqual(Self.start.suffix(3)) else { throw .tooNew }
        commitment = try reader.bytes(Hash.size)
        stream = try reader.bytes(StreamSealer.headerSize)
        guard reader.rest.isEmpty else { throw .tampered }
    }

    /// The header as bytes.
    var bytes: [UInt8] { Self.start + commitment + stream }
}
