/// What is wrong with a share for recovery that somebody has typed.
enum RecoveryFault: Error, Equatable {
    /// There are too few or too many signs.
    case length
    /// A sign of this group, counted from 1, is wrong.
    case group(Int)
    /// Every group holds, and still it is no share.
    case notAShare
}
