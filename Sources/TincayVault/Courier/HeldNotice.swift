import TincayCrypto

/// That a point holds a notice: which, and how new it is.
struct HeldNotice: Equatable {
    /// The first 16 bytes of the hash of the notice's name.
    let nameHash: [UInt8]
    /// The notice's number.
    let number: UInt64

    /// Describes a notice by its name.
    init(name: [UInt8], number: UInt64) {
        nameHash = Self.hash(of: name)
        self.number = number
    }

    /// Reads a description.
    init(_ reader: inout ByteReader) throws(VaultError) {
        nameHash = try reader.bytes(16)
        number = try reader.number()
    }

    /// The description as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 24)
        writer.append(nameHash)
        writer.append(number: number)
        return writer.bytes
    }

    /// What a name is told by.
    static func hash(of name: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay notice name 1")
        hash.update(name)
        return [UInt8](hash.finish().prefix(16))
    }
}
