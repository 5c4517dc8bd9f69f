import TincayCrypto

/// Where the head and the sections of a sealed report are: always as long, whatever the report holds.
struct BodyIndex {
    /// Where one part is.
    struct Entry {
        /// 0 for the head, else the section's number.
        let number: UInt8
        /// The first byte, counted from the start of the index.
        let offset: Int
        /// How many sealed bytes there are.
        let length: Int
    }

    /// The number of the head.
    static let head: UInt8 = 0
    /// The head and six sections.
    static let most = 7
    /// Version, count, form hash, entries.
    private static let plainSize = 128
    /// The index with its seal.
    static let sealedSize = plainSize + Seal.overhead
    /// The layout that this library writes.
    private static let version: UInt8 = 1

    /// The hash of the report's form.
    let formHash: [UInt8]
    /// The parts in their order.
    private(set) var entries: [Entry] = []

    /// Starts an index without parts.
    init(formHash: [UInt8]) {
        self.formHash = formHash
    }

    /// How many bytes the index and all parts have.
    var size: Int {
        entries.last.map { $0.offset + $0.length } ?? Self.sealedSize
    }

    /// Adds the part that comes next.
    mutating func append(_ number: UInt8, length: Int) throws(VaultError) {
        guard entries.count < Self.most, length >= Seal.overhead, length < 1 << 30,
            !entries.contains(where: { $0.number == number })
        else { throw .tampered }
        entries.append(Entry(number: number, offset: size, length: length))
    }

    /// Reads an index; the parts must lie behind one another, each once.
    init(_ plain: [UInt8]) throws(VaultError) {
        guard plain.count == Self.plainSize else { throw .tampered }
        var reader = ByteReader(plain[...])
        guard try reader.byte() == Self.version else { throw .tooNew }
        let count = try reader.byte()
        try reader.zeros(6)
        formHash = try reader.bytes(Hash.size)
        guard Int(count) <= Self.most else { throw .tampered }
        for _ in 0..<count {
            let number = try reader.byte()
            try reader.zeros(3)
            guard number < UInt8(Self.most), let length = Int(exactly: try reader.number(UInt32.self)) else {
                throw .tampered
            }
            try append(number, length: length)
        }
        try reader.zeros(reader.rest.count)
    }

    /// The index as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.plainSize)
        writer.append([Self.version, UInt8(truncatingIfNeeded: entries.count)])
        writer.pad(to: 8)
        writer.append(formHash)
        for entry in entries {
            writer.append([entry.number, 0, 0, 0])
            writer.append(number: UInt32(truncatingIfNeeded: entry.length))
        }
        writer.pad(to: Self.plainSize)
        return writer.bytes
    }
}
