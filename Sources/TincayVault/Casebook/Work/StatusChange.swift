import TincayIntake

/// To which status a case moved, and what came of it when that is its end.
struct StatusChange {
    /// The status.
    let status: CaseStatus
    /// The outcome's code; empty but at closing.
    let outcome: [UInt8]

    /// Names a change.
    init(_ status: CaseStatus, outcome: [UInt8] = []) {
        self.status = status
        self.outcome = outcome
    }

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        guard let value = root["status"], let status = CaseStatus.allCases.first(where: { value.isText($0.name) })
        else { return nil }
        self.init(status, outcome: root["outcome"]?.text ?? [])
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        guard let first = detail.first, let status = CaseStatus(rawValue: first) else { throw .tooNew }
        self.init(status, outcome: [UInt8](detail.dropFirst()))
    }

    /// The detail: the status and, behind it, the outcome.
    var bytes: [UInt8] { [status.rawValue] + outcome }

    /// Writes it as a case's history shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("status")
        writer.text(status.name)
        guard !outcome.isEmpty else { return }
        writer.name("outcome")
        writer.text(outcome)
    }
}
