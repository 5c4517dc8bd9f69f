import TincayCrypto
import TincayIntake

/// Where the head and the sections of a sealed report are: always as long, whatever the report holds.
struct BodyIndex {
    /// Where one part is.
    struct Entry {
        /// 0 for the head, else the section's number.
        let number: UInt8
        /// How many shares open it; 0 where it has no key of its own.
        let need: UInt8
        /// What binds it to its key; empty where it has none of its own.
        let commitment: [UInt8]
        /// The first byte, counted from the start of the index.
        let offset: Int
        /// How many sealed bytes there are.
        let length: Int

        /// The section; nil for the head.
        var section: SectionName? { SectionName(rawValue: number) }
    }

    /// The number of the head.
    static let head: UInt8 = 0
    /// The head and six sections.
    static let most = 7
    /// Where the sections' commitments begin.
    private static let commitments = 96

    /// How the report is laid out.
    let layout: BodyLayout
    /// The hash of the report's form.
    let formHash: [UInt8]
    /// The parts in their order.
    private(set) var entries: [Entry] = []

    /// Starts an index without parts.
    init(layout: BodyLayout, formHash: [UInt8]) {
        self.layout = layout
        self.formHash = formHash
    }

    /// How many bytes the index and all parts have.
    var size: Int {
        entries.last.map { $0.offset + $0.length } ?? layout.start
    }

    /// How many grants of a part's sections a desk may come to hold, once others have given it their shares.
    func room(of part: ReportPart) -> Int {
        entries.reduce(0) { sum, entry in
            guard let section = entry.section, ReportPart(of: section) == part else { return sum }
            return sum + Int(entry.need)
        }
    }

    /// The entry of a section.
    func entry(of section: SectionName) -> Entry? {
        entries.first { $0.section == section }
    }

    /// Adds the part that comes next, with what its own key takes if it has one.
    mutating func append(_ number: UInt8, length: Int, need: UInt8 = 0, commitment: [UInt8] = []) throws(VaultError) {
        let hasKey = layout == .sectioned && number != Self.head
        guard entries.count < Self.most, length >= Seal.overhead, length < 1 << 30,
            !entries.contains(where: { $0.number == number }), (need > 0) == hasKey, Int(need) <= KeyWraps.count,
            commitment.count == (hasKey ? SectionCommitment.size : 0)
        else { throw .tampered }
        entries.append(Entry(number: number, need: need, commitment: commitment, offset: size, length: length))
    }

    /// Reads an index; the parts must lie behind one another, each once.
    init(_ plain: [UInt8], layout: BodyLayout) throws(VaultError) {
        guard plain.count == layout.plainSize else { throw .tampered }
        self.layout = layout
        var reader = ByteReader(plain[...])
        guard try reader.byte() == layout.rawValue else { throw .tooNew }
        let count = Int(try reader.byte())
        try reader.zeros(6)
        formHash = try reader.bytes(Hash.size)
        guard count <= Self.most else { throw .tampered }
        for _ in 0..<count {
            let number = try reader.byte()
            let need = try reader.byte()
            try reader.zeros(2)
            guard Int(number) < Self.most, let length = Int(exactly: try reader.number(UInt32.self)) else {
                throw .tampered
            }
            let start = Self.commitments + (Int(number) - 1) * SectionCommitment.size
            let commitment = need > 0 ? [UInt8](plain.dropFirst(start).prefix(SectionCommitment.size)) : []
            try append(number, length: length, need: need, commitment: commitment)
        }
        // Whatever else is in it would be a second way to write the same.
        guard bytes == plain else { throw .tampered }
    }

    /// The index as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: layout.plainSize)
        writer.append([layout.rawValue, UInt8(truncatingIfNeeded: entries.count)])
        writer.pad(to: 8)
        writer.append(formHash)
        for entry in entries {
            writer.append([entry.number, entry.need, 0, 0])
            writer.append(number: UInt32(truncatingIfNeeded: entry.length))
        }
        writer.pad(to: Self.commitments)
        if layout == .sectioned {
            for section in SectionName.allCases {
                writer.append(entry(of: section)?.commitment ?? [])
                writer.pad(to: Self.commitments + Int(section.rawValue) * SectionCommitment.size)
            }
        }
        writer.pad(to: layout.plainSize)
        return writer.bytes
    }
}
