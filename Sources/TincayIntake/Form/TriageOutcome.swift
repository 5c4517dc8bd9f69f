/// What triage says about one report; rules, routes and codes are known by their numbers in the form.
struct TriageOutcome: Sendable {
    /// A deadline that a rule has set.
    struct Due: Sendable {
        /// The rule.
        let rule: Int
        /// Which of the rule's deadlines it is.
        let deadline: Int
        /// When it is over.
        let moment: Moment
        /// What the calendar that working days were counted by has to say.
        let calendar: CalendarWord
        /// Whether it is over the moment it comes.
        let isAtOnce: Bool
        /// Whether it is in force on the day of receipt.
        let standing: DeadlineChoice.Standing
        /// Its place among the deadlines in the order of the form.
        let order: Int
    }

    /// How urgent the report is; nil when no rule fired.
    let urgency: Urgency?
    /// The rules that fired, the most urgent first, and those that raise at the end.
    let rules: [Int]
    /// The routes that were taken.
    let routes: [Int]
    /// What is due, soonest first.
    let deadlines: [Due]
    /// Who has to get the report, without repetition.
    let destinations: [Int]
    /// What else staff have to know, without repetition.
    let flags: [Int]
    /// Who must not get it, whatever a rule says.
    let removed: [Int]
    /// Whom routes have added.
    let added: [Int]

    /// Whose telephone numbers to show first, without those whom a route has taken out.
    let numbers: [Int]

    /// Nothing fired.
    static let none = TriageOutcome(nil, rules: [], routes: [], deadlines: [])

    /// The soonest deadline, of those that are not over the moment they come.
    var due: Moment? { deadlines.first { !$0.isAtOnce }?.moment }

    /// Puts an outcome together from rules, routes and deadlines in the order of the form.
    init(_ triage: Triage?, rules: [Int], routes: [Int], deadlines: [Due]) {
        self.routes = routes
        var sorted = deadlines
        if sorted.count > 1 {
            sorted.sort { ($0.moment.milliseconds, $0.order) < ($1.moment.milliseconds, $1.order) }
        }
        self.deadlines = sorted
        guard let triage else {
            urgency = nil
            self.rules = []
            destinations = []
            flags = []
            removed = []
            added = []
            numbers = []
            return
        }
        urgency = Self.urgency(of: rules, triage.rules)
        // The order of the form decides between equals.
        var ordered: [Int] = []
        ordered.reserveCapacity(rules.count)
        for rank in 1...6 {
            for rule in rules where triage.rules[rule].urgency?.rank == rank { ordered.append(rule) }
        }
        for rule in rules where triage.rules[rule].urgency == nil { ordered.append(rule) }
        self.rules = ordered
        var seen = [Bool](repeating: false, count: triage.codes.texts.count)
        var flags: [Int] = []
        for rule in ordered {
            for flag in triage.rules[rule].flags where !seen[flag] {
                seen[flag] = true
                flags.append(flag)
            }
        }
        self.flags = flags
        var removed: [Int] = []
        for route in routes { removed += triage.routes[route].removed }
        self.removed = removed
        var numbers: [Int] = []
        for rule in ordered {
            for code in triage.rules[rule].numbers where !removed.contains(code) { numbers.append(code) }
        }
        self.numbers = numbers
        (destinations, added) = Self.destinations(of: ordered, routes, removed, triage)
    }

    /// The destinations after all routes that are taken, and those of them that a route names; who was removed by one
    /// never comes back by another.
    private static func destinations(
        of rules: [Int], _ routes: [Int], _ removed: [Int], _ triage: Triage
    ) -> (all: [Int], added: [Int]) {
        // Whoever is in here is not taken again: removed for good, or there already.
        var closed = [Bool](repeating: false, count: triage.codes.texts.count)
        for code in removed { closed[code] = true }
        var all: [Int] = []
        var isSent = false
        func send(_ codes: [Int]) {
            for code in codes where !closed[code] {
                closed[code] = true
                all.append(code)
            }
        }
        for rule in rules {
            isSent = isSent || !triage.rules[rule].destinations.isEmpty
            send(triage.rules[rule].destinations)
        }
        for route in routes { send(triage.routes[route].added) }
        guard all.isEmpty, isSent else {
            var added: [Int] = []
            for route in routes {
                added += triage.routes[route].added.filter { !removed.contains($0) && !added.contains($0) }
            }
            return (all, added)
        }
        for route in routes { send(triage.routes[route].fallback) }
        return (all, all)
    }

    /// The rules that count among those that fired: what only accompanies an urgency is silent below it.
    static func counting(_ fired: [Int], _ rules: [TriageRule]) -> [Int] {
        let urgency = urgency(of: fired, rules)
        return fired.filter { rules[$0].counts(with: urgency) }
    }

    /// The most urgent of the rules, raised once by those that raise.
    ///
    /// Nothing raises an opinion, and nothing a report of which no rule says anything, unless it names the least.
    private static func urgency(of fired: [Int], _ rules: [TriageRule]) -> Urgency? {
        var urgency: Urgency?
        var levels = 0
        var least: Urgency?
        for rule in fired {
            switch rules[rule].effect {
            case .urgency(let own):
                if own.rank < urgency?.rank ?? Int.max { urgency = own }
            case .raise(let count, let named):
                levels = max(levels, count)
                if let named, named.rank < least?.rank ?? Int.max { least = named }
            case .accompany: break
            }
        }
        if let known = urgency, known != .information, levels > 0 {
            urgency = Urgency.allCases.first { $0.rank == max(1, known.rank - levels) }
        }
        guard let least else { return urgency }
        return least.rank < urgency?.rank ?? Int.max ? least : urgency
    }
}
