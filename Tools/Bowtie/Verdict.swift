/// What came of one test of a case.
enum Verdict {
    /// The instance was accepted, or not.
    case valid(Bool)
    /// There was nothing that could be judged, and why.
    case errored(StaticString)
}
