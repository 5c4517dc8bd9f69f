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
        /// What the calendar that working days were counted by has to say.
        var calendar = CalendarWord.none
        /// Whether it is in force on the day of receipt.
        var standing = DeadlineChoice.Standing.inForce
    }

    /// How urgent the report is; nil when no rule fired.
    let urgency: Urgency?
    /// The rules that fired, the most urgent first, and those that raise at the end.
    let rules: [TriageRule]
    /// The routes that were taken.
    let routes: [TriageRoute]
    /// What is due, soonest first.
    let deadlines: [Due]
    /// Who has to get the report, without repetition.
    let destinations: [[UInt8]]
    /// Who must not get it, whatever a rule says.
    private let removed: Set<[UInt8]>

    /// Nothing fired.
    static let none = TriageOutcome(rules: [], routes: [], deadlines: [])

    /// Whose telephone numbers to show first, without those whom a route has taken out.
    let numbers: [[UInt8]]

    /// The soonest deadline, of those that are not over the moment they come.
    var due: Moment? { deadlines.first { $0.deadline.alarm == nil }?.moment }

    /// What else staff have to know, without repetition.
    var flags: [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return rules.flatMap { $0.flags }.filter { seen.insert($0).inserted }
    }

    /// Puts an outcome together from rules, routes and deadlines in the order of the form.
    init(rules: [TriageRule], routes: [TriageRoute], deadlines: [Due]) {
        urgency = Self.urgency(of: rules)
        // Stable, so that the order of the form decides between equals.
        let levels = Urgency.allCases.sorted { $0.rank < $1.rank }
        self.rules =
            levels.flatMap { level in rules.filter { $0.urgency == level } } + rules.filter { $0.urgency == nil }
        self.routes = routes
        self.deadlines = deadlines.enumerated()
            .sorted { ($0.element.moment.milliseconds, $0.offset) < ($1.element.moment.milliseconds, $1.offset) }
            .map { $0.element }
        destinations = TriageRoute.destinations(self.rules.flatMap { $0.destinations }, routes)
        let removed = Set(routes.flatMap { $0.removed })
        self.removed = removed
        numbers = self.rules.flatMap { $0.numbers }.filter { !removed.contains($0) }
    }

    /// Whom a rule sends the report to, without those whom a route has taken out.
    func destinations(of rule: TriageRule) -> [[UInt8]] { rule.destinations.filter { !removed.contains($0) } }

    /// The rules that count among those that fired: what only accompanies an urgency is silent below it.
    static func counting(_ rules: [TriageRule]) -> [TriageRule] {
        let urgency = urgency(of: rules)
        return rules.filter { $0.counts(with: urgency) }
    }

    /// The most urgent of the rules, raised once by those that raise.
    ///
    /// Nothing raises an opinion, and nothing a report of which no rule says anything, unless it names the least.
    private static func urgency(of rules: [TriageRule]) -> Urgency? {
        var urgency = rules.compactMap { $0.urgency }.min { $0.rank < $1.rank }
        var levels = 0
        var least: Urgency?
        for rule in rules {
            guard case .raise(let count, let named) = rule.effect else { continue }
            levels = max(levels, count)
            if let named, named.rank < least?.rank ?? Int.max { least = named }
        }
        if let known = urgency, known != .information, levels > 0 {
            urgency = Urgency.allCases.first { $0.rank == max(1, known.rank - levels) }
        }
        guard let least else { return urgency }
        return least.rank < urgency?.rank ?? Int.max ? least : urgency
    }
}
