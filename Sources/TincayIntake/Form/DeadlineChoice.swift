/// Which deadlines of a rule count on a day: those that are in force, and where none of a kind is, one that stands in.
///
/// A rule that fired never loses its clock because somebody has not brought the form up to date, or because the machine's
/// own clock is wrong.
struct DeadlineChoice {
    /// How a deadline stands to the day.
    enum Standing: Sendable {
        /// It is in force.
        case inForce
        /// It is no longer in force, and nothing newer is known.
        case expired
        /// It is not yet in force, and nothing older is known.
        case upcoming
    }

    /// The deadlines that count, in the order of the form.
    let chosen: [(deadline: TriageDeadline, standing: Standing)]

    /// Chooses among the deadlines of one rule.
    init(_ deadlines: [TriageDeadline], on day: Int64) {
        var chosen: [(deadline: TriageDeadline, standing: Standing)] = []
        var settled: Set<[UInt8]> = []
        for deadline in deadlines where deadline.validity.contains(day) { settled.insert(deadline.kind) }
        for deadline in deadlines {
            if deadline.validity.contains(day) {
                chosen.append((deadline, .inForce))
            } else if settled.insert(deadline.kind).inserted {
                chosen += Self.substitutes(deadlines.filter { $0.kind == deadline.kind }, on: day)
            }
        }
        self.chosen = chosen
    }

    /// Those of one kind that were in force last; where none ever was, those that will be first.
    private static func substitutes(
        _ same: [TriageDeadline], on day: Int64
    ) -> [(deadline: TriageDeadline, standing: Standing)] {
        if let last = same.map({ $0.validity.upperBound }).filter({ $0 < day }).max() {
            return same.filter { $0.validity.upperBound == last }.map { ($0, .expired) }
        }
        let first = same.map { $0.validity.lowerBound }.min()
        return same.filter { $0.validity.lowerBound == first }.map { ($0, .upcoming) }
    }
}
