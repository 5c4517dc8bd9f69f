import TincayIntake

/// Which steps a query for what is due is about.
struct DueFilter {
    /// The moment at which it is asked.
    let now: Moment
    /// The steps.
    private let steps: [ProcedureStep]?
    /// Whether only cases of a person count, and whose; nil inside for cases of nobody.
    private let person: [UInt8]??
    /// The report.
    private let report: ReportID?
    /// The urgencies.
    private let urgencies: [Urgency?]?
    /// Whether only what is overdue counts.
    private let isOverdue: Bool
    /// The latest moment that counts.
    private let until: Moment?

    /// Reads the filters of a query that was checked; none lets everything pass.
    init(_ query: JSONValue?, now: Moment) {
        self.now = now
        steps = query?["step"]?.elements.compactMap { StepDeadline.step($0) }
        if let value = query?["person"] { person = .some(value.text) } else { person = nil }
        // What is no identifier is no case's either.
        report = query?["report"]?.text.map { ReportID(hexadecimal: $0) ?? ReportID() }
        urgencies = query?["urgency"]?.elements.map { Urgency.named($0) }
        isOverdue = query?["overdue"]?.boolean == true
        until = query?["within_hours"]?.integer.map { now.adding(milliseconds: $0 * 3_600_000) }
    }

    /// Whether a case passes.
    func accepts(_ place: Int, in table: CaseTable) -> Bool {
        if let urgencies, !urgencies.contains(table.urgency(at: place)) { return false }
        if let person, table.assigned[place] != person { return false }
        if let report, table.reports.place(of: report) != place { return false }
        return true
    }

    /// Whether a step passes.
    func accepts(_ item: DueItem) -> Bool {
        if let steps, !steps.contains(item.deadline.step) { return false }
        if isOverdue, item.due.milliseconds >= now.milliseconds { return false }
        if let until, item.due.milliseconds > until.milliseconds { return false }
        return true
    }
}
