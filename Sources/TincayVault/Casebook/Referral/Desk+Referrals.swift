import TincayIntake

extension Desk {
    /// The schema of a query for referrals.
    private static let referralSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "direction": {"enum": ["out", "in"]},
          "state": {"type": "array", "items": {"enum": ["SENT", "RECEIVED", "ACCEPTED", "DECLINED_PROVIDER",
            "DECLINED_CHILD", "IN_PROGRESS", "DONE", "NOT_AVAILABLE", "RETURNED", "CANCELLED", "EXPIRED"]}},
          "report": {"type": "string"}, "desk": {"type": "string"}, "overdue": {"type": "boolean"},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string"}}}
        """, size: 64 << 10)
    /// How many referrals a page has when nobody asks for another number.
    private static let referralPage: Int64 = 100

    /// Lists referrals in the order in which they were entered, a page at a time, and the desks that are known.
    public func referrals(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.referralSchema.read(query) }
        let today = clock.now().days
        let limit = Int(clamping: root?["limit"]?.integer ?? Self.referralPage)
        let states = root?["state"]?.elements.compactMap { ReferralState.named($0) }
        let isOutgoing = root?["direction"].map { $0.isText("out") }
        let report = root?["report"]?.text.map { ReportID(hexadecimal: $0) }
        let desk = root?["desk"]?.text.map { Hexadecimal.bytes($0, count: 16) }
        let overdue = root?["overdue"]?.boolean
        var after: ReportID?
        if let text = root?["after"]?.text {
            guard let id = ReportID(hexadecimal: text), caseload.referrals.records[id] != nil else { throw .notFound }
            after = id
        }
        var found: [ReferralRecord] = []
        var total: Int64 = 0
        var isBehind = after == nil
        for id in caseload.referrals.order {
            guard let record = caseload.referrals.records[id] else { continue }
            let isLater = isBehind
            if id == after { isBehind = true }
            if let isOutgoing, record.isOutgoing != isOutgoing { continue }
            if let states, !states.contains(record.state(on: today)) { continue }
            if let report, record.report != report { continue }
            if let desk, record.deskID != desk { continue }
            if let overdue, record.isOverdue(on: today) != overdue { continue }
            total += 1
            if isLater, found.count <= limit { found.append(record) }
        }
        return page(found, limit: limit, total: total, on: today)
    }

    /// Writes the cover under which a report came here, or null, and the referrals of it that went out.
    func writeReferrals(of record: CaseRecord, _ report: Report, to writer: inout JSONWriter) throws(VaultError) {
        let today = clock.now().days
        writer.name("referral")
        if let referral = caseload.referrals.incoming(record.id),
            let cover = try ReferralCover.kept(in: report)
        {
            writer.beginObject()
            cover.write(to: &writer)
            writer.name("state")
            writer.text(referral.state(on: today).name)
            writer.name("withdrawal")
            if let withdrawal = referral.withdrawal { writer.text(withdrawal.name) } else { writer.null() }
            writer.endObject()
        } else {
            writer.null()
        }
        writer.name("referrals")
        writer.beginArray()
        for referral in caseload.referrals.outgoing(of: record.id) { referral.write(to: &writer, on: today) }
        writer.endArray()
    }

    /// Writes a page.
    private func page(_ found: [ReferralRecord], limit: Int, total: Int64, on day: Int64) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(total)
        writer.name("referrals")
        writer.beginArray()
        for record in found.prefix(limit) { record.write(to: &writer, on: day) }
        writer.endArray()
        writer.name("next")
        if found.count > limit, let last = found.prefix(limit).last {
            writer.text(last.id.hexadecimal)
        } else {
            writer.null()
        }
        writer.name("desks")
        writer.beginArray()
        let desks = caseload.referrals.desks.values.sorted {
            $0.recipient.deskID.lexicographicallyPrecedes($1.recipient.deskID)
        }
        for desk in desks {
            writer.beginObject()
            writer.name("desk")
            writer.text(Hexadecimal.text(desk.recipient.deskID))
            writer.name("name")
            writer.text(desk.recipient.name)
            writer.name("trust")
            writer.text(desk.trust.name)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}
