/// How much work may be spent on one report, or on one form: everything that judges it takes from the same budget.
///
/// One unit is about what it takes to ask one small schema about one value. There is far more than any form needs for
/// its answers; what is made to last ends when it is used up, and that is told as a finding.
final class WorkBudget {
    /// What is left; below zero when there was too little.
    var left: Int

    /// Starts with enough for a text.
    init(_ document: JSONDocument? = nil) {
        left = 3_000_000 + (document?.nodes.count ?? 0) * 4
    }

    /// Whether there was too little.
    var isSpent: Bool { left < 0 }

    /// Takes work off what is left; false when there is too little.
    func spend(_ work: Int) -> Bool {
        left -= min(work, Int.max >> 2)
        left = max(left, Int.min >> 1)
        return left >= 0
    }
}
