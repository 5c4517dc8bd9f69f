/// What came of checking a report again at the desk.
enum ReportCheck: UInt8, CaseIterable {
    /// The desk does not have the form, so the report stands as its point triaged it.
    case unknownForm = 1
    /// The form accepts the answers here too.
    case accepted = 2
    /// The form does not accept the answers here.
    case refused = 3
    /// Sections of it are closed to this desk, so it stands as its point triaged it.
    case partial = 4
    /// Whoever told it did not come to an end; it was triaged again as far as it goes.
    case unfinished = 5

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .unknownForm: "unknown_form"
        case .accepted: "accepted"
        case .refused: "refused"
        case .partial: "partial"
        case .unfinished: "unfinished"
        }
    }
}
