/// How much of a form's state to tell.
public enum StateDetail: Sendable {
    /// Everything that a screen needs.
    case full
    /// What depends on the answers, for a screen that has been told everything before.
    case changes
}
