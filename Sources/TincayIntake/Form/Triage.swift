/// What triage found about one report.
struct Triage: Sendable {
    /// A deadline that runs.
    struct Deadline: Sendable {
        /// The rule that set it.
        let rule: [UInt8]
        /// By when.
        let due: Moment
        /// What the form says of it.
        let source: DeadlineRule
    }

    /// The rules that fired, in the form's order.
    let rules: [TriageRule]
    /// The deadlines that run, soonest first.
    let deadlines: [Deadline]

    /// Asks all rules about a report that came at a moment.
    ///
    /// An answer that is not known never fires less than an answer that is: conditions are written so, and a condition
    /// that cannot be evaluated counts as one that holds.
    init(_ all: [TriageRule], at moment: Moment, holds: (Int) -> Bool) {
        rules = all.filter { holds($0.entry) }
        var deadlines: [Deadline] = []
        for rule in rules {
            for deadline in rule.deadlines where deadline.entry.map(holds) ?? true {
                deadlines.append(Deadline(rule: rule.id, due: deadline.due(from: moment), source: deadline))
            }
        }
        deadlines.sort { $0.due.milliseconds < $1.due.milliseconds }
        self.deadlines = deadlines
    }

    /// The most urgent of all rules that fired.
    var urgency: Urgency? {
        rules.map { $0.urgency }.min { $0.rank < $1.rank }
    }

    /// Who must know, each once.
    var destinations: [[UInt8]] {
        var all: [[UInt8]] = []
        for rule in rules {
            for destination in rule.destinations where !all.contains(destination) { all.append(destination) }
        }
        return all
    }

    /// Writes the members that tell all this.
    func write(to writer: inout JSONWriter, _ language: LanguageTag) {
        writer.name("urgency")
        if let urgency { writer.text(urgency.name) } else { writer.null() }
        writer.name("due")
        if let first = deadlines.first { writer.text(first.due.text) } else { writer.null() }
        writer.name("rules")
        writer.beginArray()
        for rule in rules { write(rule, to: &writer, language) }
        writer.endArray()
        writer.name("deadlines")
        writer.beginArray()
        for deadline in deadlines { write(deadline, to: &writer) }
        writer.endArray()
        writer.name("destinations")
        writer.beginArray()
        for destination in destinations { writer.text(destination) }
        writer.endArray()
    }

    /// Writes one rule.
    private func write(_ rule: TriageRule, to writer: inout JSONWriter, _ language: LanguageTag) {
        writer.beginObject()
        writer.name("id")
        writer.text(rule.id)
        writer.name("urgency")
        writer.text(rule.urgency.name)
        writer.name("reason")
        writer.text(language.text("reason", in: rule.source["x-tincay-i18n"])?.text ?? rule.id)
        writer.name("destinations")
        writer.beginArray()
        for destination in rule.destinations { writer.text(destination) }
        writer.endArray()
        for name in ["source", "verified"] as [StaticString] {
            guard let value = rule.source[name] else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        writer.endObject()
    }

    /// Writes one deadline.
    private func write(_ deadline: Deadline, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("rule")
        writer.text(deadline.rule)
        writer.name("kind")
        writer.text(deadline.source.kind)
        writer.name("due")
        writer.text(deadline.due.text)
        for name in ["source", "verified", "calendar"] as [StaticString] {
            guard let value = deadline.source.source[name] else { continue }
            writer.name(name)
            writer.raw(value.json)
        }
        writer.endObject()
    }
}
