/// What triage says about one report.
struct TriageOutcome: Sendable {
    /// A deadline that a rule has set.
    struct Due: Sendable {
        /// The rule.
        let rule: [UInt8]
        /// The deadline.
        let deadline: TriageDeadline
        /// When it is over.
        let moment: Moment
    }

    /// The rules that fired, the most urgent first.
    let rules: [TriageRule]
    /// What is due, soonest first.
    let deadlines: [Due]
    /// Who has to get the report, without repetition.
    let destinations: [[UInt8]]

    /// Nothing fired.
    static let none = TriageOutcome(rules: [], deadlines: [])

    /// The most urgent of the rules.
    var urgency: Urgency? { rules.first?.urgency }

    /// The soonest deadline.
    var due: Moment? { deadlines.first?.moment }

    /// Puts an outcome together from rules and deadlines in the order of the form.
    init(rules: [TriageRule], deadlines: [Due]) {
        // Stable, so that the order of the form decides between equals.
        self.rules = Urgency.allCases.sorted { $0.rank < $1.rank }.flatMap { level in
            rules.filter { $0.urgency == level }
        }
        self.deadlines = deadlines.enumerated()
            .sorted { ($0.element.moment.milliseconds, $0.offset) < ($1.element.moment.milliseconds, $1.offset) }
            .map { $0.element }
        var destinations: [[UInt8]] = []
        for rule in self.rules {
            for destination in rule.destinations where !destinations.contains(destination) {
                destinations.append(destination)
            }
        }
        self.destinations = destinations
    }
}
