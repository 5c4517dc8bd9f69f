import TincayIntake

/// Which cases a query is about.
struct CaseFilter {
    /// How urgent it may be; nil among them stands for cases that no rule fired for.
    private let urgencies: [Urgency?]?
    /// How far the work may be.
    private let statuses: [CaseStatus]?
    /// Whose questions were answered.
    private let profiles: [[UInt8]]?
    /// The name of the point.
    private let point: [UInt8]?

    /// Reads the filters of a query that was checked; none lets every case pass.
    init(_ query: JSONValue?) {
        urgencies = query?["urgency"]?.elements.map { Urgency.named($0) }
        statuses = query?["status"]?.elements.compactMap { value in
            CaseStatus.allCases.first { value.isText($0.name) }
        }
        profiles = query?["profile"]?.elements.compactMap { $0.text }
        point = query?["point"]?.text
    }

    /// Whether a case passes.
    func accepts(_ record: CaseRecord, point name: [UInt8]?) -> Bool {
        if let urgencies, !urgencies.contains(record.urgency) { return false }
        if let statuses, !statuses.contains(record.status) { return false }
        if let profiles, !profiles.contains(record.profile) { return false }
        if let point, point != name { return false }
        return true
    }
}
