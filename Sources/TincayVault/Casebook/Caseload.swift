import TincayIntake

/// Everything that a desk's ledger adds up to, in memory while the desk is unlocked and nowhere else.
struct Caseload {
    /// What became of a report.
    enum Fate {
        /// It is a case, at this place of `cases`.
        case open(Int)
        /// Its filing cannot be opened any more, though nobody shredded it.
        case damaged
        /// Its keys were destroyed.
        case shredded
    }

    /// A report that was filed, whatever became of it.
    struct Known {
        /// The number of the entry that filed it.
        let number: Int64
        /// The hash of its body.
        let bodyHash: [UInt8]
        /// What became of it.
        var fate: Fate
    }

    /// The cases in the order of their filing; one that was shredded is nil.
    private(set) var cases: [CaseRecord?] = []
    /// Every report that was ever filed.
    private(set) var known: [ReportID: Known] = [:]
    /// The names of the points that sent something.
    private(set) var points: [[UInt8]: [UInt8]] = [:]
    /// The bundles that were taken in.
    private(set) var bundles: Set<[UInt8]> = []
    /// Which bundles of each point they were.
    private(set) var sequences: [[UInt8]: CollectedSequences] = [:]
    /// Where points have seen ledgers end, this desk's and others'.
    private(set) var witnesses = Witnesses()
    /// The items that were set aside.
    private(set) var setAside: Set<ReportID> = []
    /// The notices in force, by the hashes of their names.
    private(set) var notices: [[UInt8]: NoticeRecord] = [:]
    /// Names that many cases share, each once in memory.
    private var names: Set<[UInt8]> = []

    /// The case of a report.
    subscript(id: ReportID) -> CaseRecord? {
        guard case .open(let place) = known[id]?.fate, cases.indices.contains(place) else { return nil }
        return cases[place]
    }

    /// The name of the point that a case came from.
    func point(of record: CaseRecord) -> [UInt8]? {
        record.point.map { points[$0] ?? [] }
    }

    /// Adds an entry to the sum; `detail` is nil when there is none or it cannot be opened.
    mutating func apply(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) throws(VaultError) {
        switch entry.type {
        case .created, .unlocked, .kept, .signed: break
        case .posted:
            let record = try NoticeRecord(entry.open)
            notices[record.nameHash] = record
        case .collected:
            let bundle = try CollectedBundle(entry.open)
            points[bundle.point.id] = bundle.point.name
            bundles.insert(bundle.hash)
            sequences[bundle.point.id, default: CollectedSequences()].insert(bundle.sequence)
            for head in bundle.heads { witnesses.note(Witness(pointID: bundle.point.id, head: head)) }
        case .setAside:
            if let id = entry.report { setAside.insert(id) }
        case .filed: file(entry, number: number, detail: detail)
        case .read, .note, .status, .assigned, .shared, .combined: change(entry, number: number, detail: detail)
        case .shredded: shred(entry)
        case .rolledBack: witnesses.contradict(try Witness(entry.open))
        }
    }

    /// Adds a case.
    private mutating func file(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) {
        guard let id = entry.report else { return }
        guard let detail, let filed = try? FiledDetail(detail) else {
            known[id] = Known(number: number, bodyHash: entry.open, fate: .damaged)
            return
        }
        known[id] = Known(number: number, bodyHash: entry.open, fate: .open(cases.count))
        let record = CaseRecord(id: id, number: number, detail: filed, sharing: { share($0) })
        cases.append(record)
    }

    /// Adds what was done about a case.
    private mutating func change(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) {
        guard let id = entry.report, case .open(let place) = known[id]?.fate, cases.indices.contains(place) else {
            return
        }
        cases[place]?.entries.append(number)
        switch entry.type {
        case .note: cases[place]?.notes += 1
        case .status:
            if let status = detail?.first.flatMap({ CaseStatus(rawValue: $0) }) { cases[place]?.status = status }
        case .assigned:
            let person = detail.map { share($0) }
            cases[place]?.assigned = person
        default: break
        }
    }

    /// Takes a case away.
    private mutating func shred(_ entry: LedgerEntry) {
        guard let id = entry.report, let fate = known[id]?.fate else { return }
        if case .open(let place) = fate, cases.indices.contains(place) { cases[place] = nil }
        known[id]?.fate = .shredded
    }

    /// The one copy of a name.
    private mutating func share(_ name: [UInt8]) -> [UInt8] {
        names.insert(name).memberAfterInsert
    }
}
