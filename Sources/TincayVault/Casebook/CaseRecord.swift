import TincayIntake

/// A case as lists show it: what the ledger's entries about a report add up to, put together from the table.
struct CaseRecord {
    /// The report.
    let id: ReportID
    /// Where it is in the table.
    let place: Int
    /// The number of the entry that filed it, under which its key and body lie.
    let number: Int64
    /// When the report was told.
    let received: Moment
    /// The point that it came from; nil when it was made at this desk.
    let point: [UInt8]?
    /// How urgent it is.
    let urgency: Urgency?
    /// The soonest deadline.
    let due: Moment?
    /// Whether whoever told it did not come to an end.
    let isUnfinished: Bool
    /// The form's name.
    let form: [UInt8]
    /// The form's version.
    let version: [UInt8]
    /// Whose questions were answered.
    let profile: [UInt8]
    /// The names of the rules that fired: a JSON array.
    let rules: [UInt8]
    /// The coded answers for lists and counts: a JSON object.
    let facets: [UInt8]
    /// How far the work on it is.
    let status: CaseStatus
    /// Who works on it.
    let assigned: [UInt8]?
    /// How many notes there are.
    let notes: Int64
    /// The number of the last entry about it.
    let last: UInt32

    /// Whether a deadline has passed while somebody should have acted.
    func isOverdue(at moment: Moment) -> Bool {
        guard let due, status.isActive else { return false }
        return due.milliseconds < moment.milliseconds
    }

    /// Writes the case as lists and reports show it.
    func write(
        to writer: inout JSONWriter, point: [UInt8]?, referrals: CaseReferrals, at moment: Moment,
        with more: (inout JSONWriter) -> Void = { _ in }
    ) {
        writer.beginObject()
        writer.name("id")
        writer.text(id.hexadecimal)
        writer.name("urgency")
        if let urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("due")
        if let due { writer.text(due.text) } else { writer.null() }
        writer.name("overdue")
        writer.boolean(isOverdue(at: moment))
        writer.name("received")
        writer.text(received.text)
        writer.name("unfinished")
        writer.boolean(isUnfinished)
        writer.name("form")
        writer.text(form)
        writer.name("version")
        writer.text(version)
        writer.name("profile")
        if profile.isEmpty { writer.null() } else { writer.text(profile) }
        writer.name("point")
        if let point { writer.text(point) } else { writer.null() }
        writer.name("point_id")
        if let id = self.point { writer.text(Hexadecimal.text(id)) } else { writer.null() }
        writer.name("status")
        writer.text(status.name)
        writer.name("assigned")
        if let assigned { writer.text(assigned) } else { writer.null() }
        writer.name("notes")
        writer.integer(notes)
        writer.name("rules")
        writer.raw(rules)
        writer.name("facets")
        writer.raw(facets)
        referrals.write(to: &writer, isFromPoint: self.point != nil)
        more(&writer)
        writer.endObject()
    }
}
