import TincayIntake

/// What the ledger's entries about the work on cases add up to.
struct CaseWork {
    /// What was done about each case; none of those about which nothing was done.
    private(set) var progress: [ReportID: CaseProgress] = [:]
    /// What the desk has decided about deadlines, periods and its calendar: JSON; empty while it has decided nothing.
    private(set) var decided: [UInt8] = []
    /// The entries that certify that a report's keys were destroyed.
    private(set) var shredded: [ReportID: Int64] = [:]
    /// The hashes of the forms that were kept, the last one last.
    private(set) var forms: [[UInt8]] = []

    /// Starts with nothing.
    init() {}

    /// Takes over what a snapshot kept.
    mutating func restore(
        _ progress: [ReportID: CaseProgress], shredded: [ReportID: Int64], decided: [UInt8], forms: [[UInt8]]
    ) {
        self.progress = progress
        self.shredded = shredded
        self.decided = decided
        self.forms = forms
    }

    /// What was done about a case.
    subscript(id: ReportID) -> CaseProgress { progress[id] ?? CaseProgress() }

    /// Adds an entry to the sum; `detail` is nil when there is none or it cannot be opened.
    mutating func apply(_ entry: LedgerEntry, number: Int64, detail: [UInt8]?) {
        switch entry.type {
        case .decided: decided = entry.open
        case .kept: forms.append(entry.open)
        default: break
        }
        guard let id = entry.report else { return }
        if entry.type == .shredded {
            progress[id] = nil
            shredded[id] = number
            return
        }
        var changed = self[id]
        let isChanged = Self.change(&changed, entry, number: number, detail: detail)
        if entry.type.isActivity, changed.rested != nil, changed.extended == nil {
            changed.extended = entry.time.milliseconds
        } else if !isChanged {
            return
        }
        progress[id] = changed
    }

    /// Changes what was done about a case; false when an entry changes nothing that is kept here.
    private static func change(
        _ progress: inout CaseProgress, _ entry: LedgerEntry, number: Int64, detail: [UInt8]?
    ) -> Bool {
        guard let detail else { return false }
        let time = entry.time.milliseconds
        switch entry.type {
        case .status:
            guard let change = try? StatusChange(detail) else { return false }
            progress.outcome = change.outcome
            progress.rested = change.status.isActive ? nil : time
            progress.extended = nil
        case .step:
            guard let taken = try? StepTaken(detail) else { return false }
            progress.add(CaseProgress.Step(taken: taken, time: time, person: entry.person))
        case .need:
            guard let need = try? NeedChange(detail) else { return false }
            progress.set(need)
        case .service:
            guard let service = try? ServiceChange(detail) else { return false }
            progress.set(service)
        case .verification: progress.verification = detail
        case .urgency:
            guard let change = try? UrgencyChange(detail) else { return false }
            progress.proposal =
                change.stage == .proposed
                ? CaseProgress.Proposal(number: number, time: time, person: entry.person, urgency: change.urgency) : nil
        case .linked:
            guard let link = try? CaseLink(detail) else { return false }
            progress.set(link)
        case .unlinked:
            guard let link = try? CaseLink(detail) else { return false }
            progress.links.removeAll { $0.id == link.id }
        case .hold:
            guard let change = try? HoldChange(detail) else { return false }
            progress.apply(change, entry, number: number)
        default: return false
        }
        return true
    }
}
