/// What the ledger keeps of a search: how much it looked at, and not what for.
struct SearchedEntry {
    /// How many bytes a description has.
    static let size = 9

    /// How many reports were searched.
    let searched: UInt32
    /// How many of them were opened for it; the sieves of the others said no.
    let opened: UInt32
    /// Whether words of reports were shown.
    let showsWords: Bool

    /// Describes a search.
    init(searched: Int, opened: Int, showsWords: Bool) {
        self.searched = UInt32(clamping: searched)
        self.opened = UInt32(clamping: opened)
        self.showsWords = showsWords
    }

    /// Reads a description.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        searched = try reader.number()
        opened = try reader.number()
        showsWords = try reader.byte() == 1
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// The description as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 9)
        writer.append(number: searched)
        writer.append(number: opened)
        writer.append([showsWords ? 1 : 0])
        return writer.bytes
    }
}
