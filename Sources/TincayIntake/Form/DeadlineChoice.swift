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

    /// The numbers of the deadlines that count, in the order of the form.
    private(set) var chosen: [(deadline: Int, standing: Standing)] = []

    /// Chooses among those deadlines of one rule that apply.
    init(_ deadlines: [TriageDeadline], applying: [Int], on day: Int64) {
        chosen.reserveCapacity(applying.count)
        let isOutdated = applying.contains { !deadlines[$0].validity.contains(day) }
        guard isOutdated else {
            for deadline in applying { chosen.append((deadline, .inForce)) }
            return
        }
        var settled: Set<[UInt8]> = []
        for deadline in applying where deadlines[deadline].validity.contains(day) {
            settled.insert(deadlines[deadline].kind)
        }
        for deadline in applying {
            if deadlines[deadline].validity.contains(day) {
                chosen.append((deadline, .inForce))
            } else if settled.insert(deadlines[deadline].kind).inserted {
                let same = applying.filter { deadlines[$0].kind == deadlines[deadline].kind }
                chosen += Self.substitutes(deadlines, same, on: day)
            }
        }
    }

    /// Those of one kind that were in force last; where none ever was, those that will be first.
    private static func substitutes(
        _ deadlines: [TriageDeadline], _ same: [Int], on day: Int64
    ) -> [(deadline: Int, standing: Standing)] {
        if let last = same.map({ deadlines[$0].validity.upperBound }).filter({ $0 < day }).max() {
            return same.filter { deadlines[$0].validity.upperBound == last }.map { ($0, .expired) }
        }
        let first = same.map { deadlines[$0].validity.lowerBound }.min()
        return same.filter { deadlines[$0].validity.lowerBound == first }.map { ($0, .upcoming) }
    }
}
