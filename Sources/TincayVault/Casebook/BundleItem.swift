import TincayCrypto
import TincayIntake

/// What an item of a bundle turns out to be.
enum BundleItem {
    /// Nothing for this desk: noise, or a report to others.
    case foreign
    /// A report that the desk knows.
    case known
    /// A report that is new, opened, and the hash by which its body is known again.
    case report(OpenedEnvelope, OpenedReport, [UInt8])

    /// Looks into an item; fails with `tampered` and the like when it is for this desk and cannot be taken in.
    ///
    /// `known` is the hash of the body that the desk has under the same identifier. Whoever has seen an identifier can
    /// send something else under it, which must not free the real one.
    init(
        _ item: [UInt8], id: ReportID, known: [UInt8]?, with intake: IntakeKey
    ) throws(VaultError) {
        var found: OpenedEnvelope?
        for pair in intake.pairs where found == nil { found = try Envelope.open(item, with: pair.pair) }
        guard let opened = found else {
            self = .foreign
            return
        }
        let hash = Desk.bodyHash(opened.body)
        if let known {
            guard known == hash else { throw .tampered }
            self = .known
            return
        }
        let report = try SealedBody.open(opened.body, id: id, keys: opened.keys)
        for section in report.report.sections {
            // It is to be shown as JSON one day, and who sealed it may be anybody.
            guard let json = try? JSONDocument(parsing: section.json, limits: .report), json.root.kind == .object
            else { throw .tampered }
        }
        self = .report(opened, report, hash)
    }
}
