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
    /// A report that another desk refers to this one, opened, with its cover and the hash of its body.
    case referral(OpenedEnvelope, ReferralCover, [UInt8])

    /// Looks into an item; fails with `tampered` and the like when it is for this desk and cannot be taken in.
    ///
    /// `known` is the hash of the body that the desk has under the same identifier. Whoever has seen an identifier can
    /// send something else under it, which must not free the real one - but the desk that referred a report may seal the
    /// same again.
    init(
        _ item: [UInt8], id: ReportID, known: [UInt8]?, referredBy sender: [UInt8]? = nil, from point: Point,
        for deskID: [UInt8], with intake: IntakeKey
    ) throws(VaultError) {
        var found: OpenedEnvelope?
        for pair in intake.pairs where found == nil { found = try Envelope.open(item, with: pair.pair) }
        guard let opened = found else {
            self = .foreign
            return
        }
        let hash = Desk.bodyHash(opened.body)
        if let known {
            if known != hash {
                let report = try SealedBody.open(opened.body, id: id, keys: opened.keys).report
                guard let sender, try ReferralCover.read(report, id: id, for: deskID)?.sender.deskID == sender else {
                    throw .tampered
                }
            }
            self = .known
            return
        }
        let report = try SealedBody.open(opened.body, id: id, keys: opened.keys)
        for section in report.report.sections {
            // It is to be shown as JSON one day, and who sealed it may be anybody.
            guard let json = try? JSONDocument(parsing: section.json, limits: .report), json.root.kind == .object
            else { throw .tampered }
        }
        if let cover = try ReferralCover.read(report.report, id: id, for: deskID) {
            // A cover is for the two desks alone; nobody else brings it.
            guard cover.sender.signKey == point.publicKey, report.closed.isEmpty else { throw .tampered }
            self = .referral(opened, cover, hash)
        } else {
            self = .report(opened, report, hash)
        }
    }
}
