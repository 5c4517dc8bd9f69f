import TincayCrypto

/// What everybody at a desk may know of a file that is kept with a report: how to find it and whether it is whole.
struct AttachmentRecord {
    /// How many bytes a record has.
    static let size = AttachmentID.size + nameSize + 8 + Hash.size
    /// How many bytes a name stands for.
    static let nameSize = 16

    /// The file.
    let id: AttachmentID
    /// What the sealed file's name stands for: random bytes.
    let name: [UInt8]
    /// How many bytes the sealed file has.
    let sealedSize: Int64
    /// The BLAKE2b hash of the sealed file.
    let hash: [UInt8]

    /// Describes a file.
    init(id: AttachmentID, name: [UInt8], sealedSize: Int64, hash: [UInt8]) {
        self.id = id
        self.name = name
        self.sealedSize = sealedSize
        self.hash = hash
    }

    /// Reads a record.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let id = AttachmentID(bytes: try reader.bytes(AttachmentID.size)) else { throw .badFormat }
        self.id = id
        name = try reader.bytes(Self.nameSize)
        guard let size = Int64(exactly: try reader.number(UInt64.self)) else { throw .badFormat }
        sealedSize = size
        hash = try reader.bytes(Hash.size)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// The record as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.append(id.bytes)
        writer.append(name)
        writer.append(number: UInt64(bitPattern: sealedSize))
        writer.append(hash)
        return writer.bytes
    }
}
