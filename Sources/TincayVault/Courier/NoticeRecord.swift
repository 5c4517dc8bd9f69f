import TincayCrypto

/// What the ledger keeps of a notice that a desk has signed or has taken in.
struct NoticeRecord: Equatable {
    /// What it gave notice of.
    let kind: NoticeKind
    /// Its number.
    let number: Int64
    /// The hash of what was signed.
    let hash: [UInt8]
    /// Its name.
    let name: [UInt8]

    /// Describes a notice.
    init(_ title: NoticeTitle, hash: [UInt8]) {
        kind = title.kind
        number = title.number
        name = title.name
        self.hash = hash
    }

    /// Reads a description.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        guard let kind = NoticeKind(rawValue: try reader.byte()),
            let number = Int64(exactly: try reader.number(UInt64.self))
        else { throw .badFormat }
        self.kind = kind
        self.number = number
        hash = try reader.bytes(Hash.size)
        name = [UInt8](reader.rest)
    }

    /// The description as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 48 + name.count)
        writer.append([kind.rawValue])
        writer.append(number: UInt64(bitPattern: number))
        writer.append(hash)
        writer.append(name)
        return writer.bytes
    }

    /// What notices that take each other's place have in common.
    var nameHash: [UInt8] { HeldNotice.hash(of: NoticeTitle.key(kind, name)) }
}
