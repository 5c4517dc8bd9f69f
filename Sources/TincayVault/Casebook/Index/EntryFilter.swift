import TincayIntake

/// Which entries of the ledger a query is about.
struct EntryFilter {
    /// The numbers of types; nil for all.
    private let types: [UInt8]?
    /// The numbers of people; nil for all.
    private let people: [UInt32]?
    /// When; nil for always.
    private let time: ClosedRange<Int64>?
    /// The last entry about a report; nil for all reports.
    private let last: UInt32?

    /// Reads the filters of a query that was checked; a type that no entry has is `invalidInput`.
    init(_ query: JSONValue?, in caseload: Caseload) throws(VaultError) {
        if let value = query?["type"] {
            var types: [UInt8] = []
            for name in CaseConditions.names(value) {
                let type = LedgerEntryType.allCases.first { type in name.map { Self.isName($0, type.name) } ?? false }
                guard let type else { throw .invalidInput }
                types.append(type.rawValue)
            }
            self.types = types
        } else {
            types = nil
        }
        people = query?["person"].map { value in
            CaseConditions.names(value).compactMap { name in name.flatMap { caseload.entries.people.code(of: $0) } }
        }
        time = try CaseConditions.days(query?["time"])
        if let text = query?["report"]?.text {
            guard let id = ReportID(hexadecimal: text), let place = caseload.table.reports.place(of: id) else {
                throw .notFound
            }
            last = caseload.table.last[place]
        } else {
            last = nil
        }
    }

    /// The numbers of the entries that pass, in order from behind one of them on, and how many pass in all.
    func numbers(
        in caseload: Caseload, after: Int64?, isOldestFirst: Bool
    ) -> (list: [Int64], total: Int) {
        let entries = caseload.entries
        var passing: [Int64] = []
        if let last {
            passing = entries.chain(from: last).filter { accepts($0, entries) }
        } else {
            for number in 0..<entries.count where accepts(Int64(number) + 1, entries) {
                passing.append(Int64(number) + 1)
            }
        }
        let total = passing.count
        if !isOldestFirst { passing.reverse() }
        if let after { passing = passing.filter { isOldestFirst ? $0 > after : $0 < after } }
        return (passing, total)
    }

    /// Whether an entry passes.
    private func accepts(_ number: Int64, _ entries: EntryColumns) -> Bool {
        guard let place = Int(exactly: number - 1), entries.types.indices.contains(place) else { return false }
        if let types, !types.contains(entries.types[place]) { return false }
        if let people, !people.contains(entries.persons[place]) { return false }
        if let time, !time.contains(entries.times[place]) { return false }
        return true
    }

    /// Whether a name is that of a type.
    private static func isName(_ name: [UInt8], _ other: StaticString) -> Bool {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe name.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }
}
