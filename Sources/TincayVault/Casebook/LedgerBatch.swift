/// Entries that are to be added to a ledger together, or not at all.
struct LedgerBatch {
    /// An entry that was added, with what it tells in clear.
    struct Added {
        /// The entry's number.
        let number: Int64
        /// The entry.
        let entry: LedgerEntry
        /// What it tells about a report.
        let detail: [UInt8]?
    }

    /// The ledger's end with the entries.
    var chain: LedgerChain
    /// The entries.
    private(set) var added: [Added] = []

    /// Other keys, when everything in the file was sealed under them; they are the desk's once the batch is on the disk.
    var keys: DeskKeys?

    /// Starts at a ledger's end.
    init(_ chain: LedgerChain) {
        self.chain = chain
    }

    /// The number that the next entry gets.
    var next: Int64 { chain.number + 1 }

    /// The reports that were shredded.
    var shredded: [ReportID] { added.compactMap { $0.entry.type == .shredded ? $0.entry.report : nil } }

    /// Whether something of a report was destroyed that the snapshot may tell of.
    var forgets: Bool { !shredded.isEmpty }

    /// Notes that an entry was added.
    mutating func note(_ entry: LedgerEntry, detail: [UInt8]?) {
        added.append(Added(number: chain.number, entry: entry, detail: detail))
    }
}
