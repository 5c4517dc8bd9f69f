import TincayIntake

extension Desk {
    /// The schema of a query for what is due.
    private static let dueSchema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "step": {"type": "array", "items": {"enum": ["2", "3", "4", "5", "5b", "6", "7", "8", "9", "10"]}},
          "person": {"type": ["string", "null"]},
          "report": {"type": "string"},
          "urgency": {"type": "array", "items": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5", null]}},
          "overdue": {"type": "boolean"},
          "within_hours": {"type": "integer", "minimum": 0, "maximum": 87600},
          "limit": {"type": "integer", "minimum": 1, "maximum": 1000},
          "after": {"type": "string", "maxLength": 64}}}
        """, size: 64 << 10)
    /// How many steps a page has when nobody asks for another number.
    private static let duePageSize: Int64 = 100

    /// Lists the steps that are due or overdue, the soonest first, a page at a time.
    public func due(_ query: UnsafeRawBufferPointer?) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var root: JSONValue?
        if let query = unsafe query { root = try unsafe Self.dueSchema.read(query) }
        let filter = DueFilter(root, now: clock.now())
        let limit = Int(clamping: root?["limit"]?.integer ?? Self.duePageSize)
        var start: (due: Int64, id: [UInt8], step: UInt8)?
        if let after = root?["after"]?.text {
            guard let rank = DueItem.rank(after) else { throw .invalidInput }
            start = rank
        }
        let rules = try WorkRules(decided: caseload.work.decided)
        let calendar = try calendar(rules)
        var total: Int64 = 0
        var overdue: Int64 = 0
        var waiting: [DueItem] = []
        for place in 0..<caseload.table.count where isWorked(place) && filter.accepts(place, in: caseload.table) {
            for item in items(at: place, rules, calendar) where filter.accepts(item) {
                total += 1
                if item.due.milliseconds < filter.now.milliseconds { overdue += 1 }
                if let start, item.isBefore(start) || item.rank == start { continue }
                waiting.append(item)
            }
        }
        waiting.sort { $0.isBefore($1.rank) }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("total")
        writer.integer(total)
        writer.name("overdue")
        writer.integer(overdue)
        writer.name("steps")
        writer.beginArray()
        for item in waiting.prefix(limit) {
            item.write(
                to: &writer, urgency: caseload.table.urgency(at: item.place),
                assigned: caseload.table.assigned[item.place], at: filter.now)
        }
        writer.endArray()
        writeProposals(filter, to: &writer)
        writer.name("next")
        if waiting.count > limit, let last = waiting.prefix(limit).last {
            writer.text(last.cursor)
        } else {
            writer.null()
        }
        writer.endObject()
        return writer.bytes
    }

    /// Whether somebody still has to act on the case at a place.
    private func isWorked(_ place: Int) -> Bool {
        caseload.table.fate(at: place) == .open
            && CaseStatus(rawValue: caseload.table.status[place])?.isActive == true
    }

    /// The steps of a case that nobody has taken yet and that have a deadline.
    private func items(at place: Int, _ rules: WorkRules, _ calendar: WorkingCalendar?) -> [DueItem] {
        guard let id = caseload.table.reports.id(at: place) else { return [] }
        let received = received(at: place)
        let progress = caseload.work.progress[id]
        var items: [DueItem] = []
        for deadline in rules.deadlines(caseload.table.urgency(at: place), on: received.days)
        where progress?.isDone(deadline.step) != true {
            var start = received
            if let after = deadline.after {
                guard let time = progress?.time(of: after.step, form: after.form) else { continue }
                start = Moment(milliseconds: time)
            }
            guard let due = deadline.due(from: start, calendar) else { continue }
            items.append(DueItem(place: place, id: id, deadline: deadline, due: due.moment, word: due.word))
        }
        return items
    }

    /// When a report was received: never later than it was filed, because a point whose clock is ahead must not give
    /// anybody more time than the law.
    private func received(at place: Int) -> Moment {
        let told = caseload.table.received[place]
        let filed = Int(caseload.table.numbers[place]) - 1
        guard caseload.entries.times.indices.contains(filed) else { return Moment(milliseconds: told) }
        return Moment(milliseconds: min(told, caseload.entries.times[filed]))
    }

    /// Writes what waits for a second person.
    private func writeProposals(_ filter: DueFilter, to writer: inout JSONWriter) {
        writer.name("proposals")
        writer.beginArray()
        let waiting = caseload.work.progress.compactMap { (id, progress) in progress.proposal.map { (id, $0) } }
        for (id, proposal) in waiting.sorted(by: { $0.1.number < $1.1.number }) {
            guard let record = caseload[id], filter.accepts(record.place, in: caseload.table) else { continue }
            writer.beginObject()
            writer.name("id")
            writer.text(record.id.hexadecimal)
            writer.name("proposal")
            writer.integer(proposal.number)
            writer.name("urgency")
            if let urgency = record.urgency { writer.text(urgency.name) } else { writer.null() }
            writer.name("proposed")
            writer.text(proposal.urgency.name)
            writer.name("person")
            writer.text(proposal.person)
            writer.name("time")
            writer.text(Moment(milliseconds: proposal.time).text)
            writer.endObject()
        }
        writer.endArray()
    }

    /// The calendar that working days are counted by: the desk's own, or that of the form which was kept last and has one.
    func calendar(_ rules: WorkRules) throws(VaultError) -> WorkingCalendar? {
        if let calendar = rules.calendar { return calendar }
        for hash in caseload.work.forms.reversed() {
            if let calendar = try form(hash)?.calendar { return calendar }
        }
        return nil
    }
}
