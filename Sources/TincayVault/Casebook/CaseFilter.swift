import TincayIntake

/// Which cases a query is about: those that meet every condition, and none of those under `not`.
struct CaseFilter {
    /// What has to be met.
    private let all: CaseConditions
    /// What must not be met; nil when there is nothing of the kind.
    private let none: CaseConditions?

    /// Reads the filters of a query that was checked; none lets every case pass.
    init(_ query: JSONValue?) throws(VaultError) {
        all = try CaseConditions(query)
        if let query = query?["not"] { none = try CaseConditions(query) } else { none = nil }
    }

    /// The cases that pass.
    func cases(in caseload: Caseload, at now: Moment) -> PlaceBits {
        var bits = caseload.table.open
        all.visit(caseload, at: now) { bits.formIntersection($0) }
        none?.visit(caseload, at: now) { bits.subtract($0) }
        return bits
    }
}
