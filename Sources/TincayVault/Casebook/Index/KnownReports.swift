/// Every report that was ever filed, by its identifier.
struct KnownReports {
    /// Where they are kept.
    let table: CaseTable

    /// How many there are.
    var count: Int { table.count }

    /// What is known of a report.
    subscript(id: ReportID) -> Caseload.Known? {
        table.reports.place(of: id).map { known(at: $0) }
    }

    /// What is known of the report at a place.
    func known(at place: Int) -> Caseload.Known {
        let fate: Caseload.Fate =
            switch table.fate(at: place) {
            case .open: .open(place)
            case .damaged: .damaged
            case .shredded: .shredded
            }
        return Caseload.Known(
            number: Int64(table.numbers[place]), bodyHash: table.bodyHash(at: place), fate: fate)
    }
}

extension KnownReports: Sequence {
    /// Goes through the reports in the order of their first filing.
    struct Iterator: IteratorProtocol {
        /// The reports.
        fileprivate let reports: KnownReports
        /// Which one comes next.
        fileprivate var place = 0

        /// The next report.
        mutating func next() -> (id: ReportID, known: Caseload.Known)? {
            guard let id = reports.table.reports.id(at: place) else { return nil }
            defer { place += 1 }
            return (id, reports.known(at: place))
        }
    }

    /// The reports in the order of their first filing.
    func makeIterator() -> Iterator { Iterator(reports: self) }
}
