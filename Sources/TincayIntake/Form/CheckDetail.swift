/// What a check of answers is for.
public enum CheckDetail: Sendable {
    /// The result alone, for a screen.
    case result
    /// Everything that is kept with a report besides.
    case report
    /// The same of answers that are kept unfinished, whether the form accepts them or not.
    case unfinished
}
