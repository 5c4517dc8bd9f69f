import TincayIntake

/// Everything that a desk's ledger adds up to, in memory while the desk is unlocked and nowhere else in clear.
///
/// Whatever is added here has to be in `Caseload+Fold.swift` too, so that a desk that is unlocked from its snapshot knows
/// the same as one that was folded from its first entry.
struct Caseload {
    /// What became of a report.
    enum Fate {
        /// It is a case, at this place of the table.
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
        let fate: Fate
    }

    /// The cases and every other report that was ever filed.
    var table = CaseTable()
    /// What all entries have in common.
    var entries = EntryColumns()
    /// The names of the points that sent something.
    var points: [[UInt8]: [UInt8]] = [:]
    /// The bundles that were taken in.
    var bundles: Set<[UInt8]> = []
    /// Which bundles of each point they were.
    var sequences: [[UInt8]: CollectedSequences] = [:]
    /// Where points have seen ledgers end, this desk's and others'.
    var witnesses = Witnesses()
    /// The items that were set aside.
    var setAside: Set<ReportID> = []
    /// The notices in force, by the hashes of their names.
    var notices: [[UInt8]: NoticeRecord] = [:]
    /// What was done about cases.
    var work = CaseWork()
    /// What went to other desks and came from them.
    var referrals = Referrals()
    /// The files that are kept with reports.
    var attachments = Attachments()
    /// The tables that were published.
    var releases = Releases()

    /// Who may unlock the desk.
    var people = People()

    /// Adds an entry to the sum; `detail` is nil when there is none or it cannot be opened.
    mutating func apply(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) throws(VaultError) {
        guard let short = UInt32(exactly: number), number == Int64(entries.count) + 1 else { throw .tampered }
        if entry.type == .filed, let id = entry.report {
            try table.file(id, number: short, bodyHash: entry.open, detail: detail.flatMap { try? FiledDetail($0) })
        }
        let place = entry.report.flatMap { table.reports.place(of: $0) }
        let before = entry.type == .filed ? 0 : place.map { table.last[$0] } ?? 0
        entries.append(
            type: entry.type.rawValue, time: entry.time.milliseconds, person: entry.person, before: before)
        if let place { table.touch(place, entry: short) }
        try note(entry, number: number, detail: detail, at: place)
        work.apply(entry, number: number, detail: detail)
        try people.apply(entry, number: number)
        try attachments.apply(entry, number: number)
        switch entry.type {
        case .posted:
            let record = try NoticeRecord(entry.open)
            notices[record.nameHash] = record
        case .collected: try collect(CollectedBundle(entry.open))
        case .setAside:
            if let id = entry.report { setAside.insert(id) }
        case .note:
            if let place { table.addNote(place) }
        case .status:
            if let place, let status = detail?.first.flatMap({ CaseStatus(rawValue: $0) }) {
                table.setStatus(status, at: place)
            }
        case .assigned:
            if let place { table.setAssigned(detail, at: place) }
        case .urgency:
            if let place, let change = detail.flatMap({ try? UrgencyChange($0) }), change.takesEffect {
                table.setUrgency(change.urgency, at: place)
            }
        case .shredded:
            if let place { table.close(place, .shredded) }
            if let id = entry.report { referrals.forget(id) }
        case .referred, .referredAgain, .referralFiled, .answered, .referralReply, .withdrew, .withdrawn, .deskKnown:
            try referrals.apply(entry, number: number, detail: detail)
        case .rolledBack: witnesses.contradict(try Witness(entry.open))
        default: break
        }
    }

    /// Adds a bundle that was taken in.
    private mutating func collect(_ bundle: CollectedBundle) {
        points[bundle.point.id] = bundle.point.name
        bundles.insert(bundle.hash)
        sequences[bundle.point.id, default: CollectedSequences()].insert(bundle.sequence)
        for head in bundle.heads { witnesses.note(Witness(pointID: bundle.point.id, head: head)) }
    }
}
