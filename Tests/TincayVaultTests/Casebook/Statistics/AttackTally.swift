/// What came of publishing and attacking.
struct AttackTally {
    /// How many tables were asked for.
    var asked = 0
    /// How many were published.
    var published = 0
    /// How many small numbers were attacked.
    var attacked = 0
    /// How many of those were worked out, or were bounded too narrowly.
    var pinned = 0
    /// How many the attacker gave up on.
    var undecided = 0

    /// Adds up.
    static func += (sum: inout AttackTally, other: AttackTally) {
        sum.asked += other.asked
        sum.published += other.published
        sum.attacked += other.attacked
        sum.pinned += other.pinned
        sum.undecided += other.undecided
    }
}
