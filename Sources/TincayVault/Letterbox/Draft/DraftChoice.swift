/// What somebody wants to become of answers that are never sent.
public enum DraftChoice: Int32, Sendable {
    /// Nobody has said: they are kept over a power cut, and forgotten when the person walks away.
    case undecided = 0
    /// They go to the counsellor, unfinished.
    case keep = 1
    /// They are forgotten.
    case forget = 2
}
