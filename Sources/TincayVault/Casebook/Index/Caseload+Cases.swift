import TincayIntake

extension Caseload {
    /// Every report that was ever filed.
    var known: KnownReports { KnownReports(table: table) }

    /// The cases in the order of their filing.
    var cases: CaseSequence { CaseSequence(caseload: self) }

    /// The case of a report.
    subscript(id: ReportID) -> CaseRecord? {
        guard let place = table.reports.place(of: id) else { return nil }
        return record(at: place)
    }

    /// The case at a place.
    func record(at place: Int) -> CaseRecord? {
        guard table.fate(at: place) == .open, let id = table.reports.id(at: place) else { return nil }
        let due = table.due[place]
        return CaseRecord(
            id: id, place: place, number: Int64(table.numbers[place]),
            received: Moment(milliseconds: table.received[place]), point: table.point[place],
            urgency: table.urgency(at: place), due: due == CaseTable.never ? nil : Moment(milliseconds: due),
            isUnfinished: table.flags[place] & CaseTable.unfinished != 0, form: table.form[place] ?? [],
            version: table.version[place] ?? [], profile: table.profile[place] ?? [],
            rules: table.facets.rules(at: place), facets: table.facets.json(at: place),
            status: CaseStatus(rawValue: table.status[place]) ?? .open, assigned: table.assigned[place],
            notes: Int64(table.notes[place]), last: table.last[place])
    }

    /// The numbers of the entries about a case, the oldest first.
    func entries(about record: CaseRecord) -> [Int64] {
        entries.chain(from: record.last)
    }

    /// The name of the point that a case came from.
    func point(of record: CaseRecord) -> [UInt8]? {
        record.point.map { points[$0] ?? [] }
    }
}
