/// How far the work on a case is.
enum CaseStatus: UInt8, CaseIterable {
    case open = 1
    case assessing = 2
    case planApproved = 3
    case inSupport = 4
    case review = 5
    case closed = 6
    case reopened = 7
    case transferred = 8
    case duplicate = 9

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .open: "OPEN"
        case .assessing: "ASSESSING"
        case .planApproved: "PLAN_APPROVED"
        case .inSupport: "IN_SUPPORT"
        case .review: "REVIEW"
        case .closed: "CLOSED"
        case .reopened: "REOPENED"
        case .transferred: "TRANSFERRED"
        case .duplicate: "DUPLICATE"
        }
    }

    /// Whether somebody still has to act here, so that a deadline can be missed.
    var isActive: Bool {
        switch self {
        case .closed, .transferred, .duplicate: false
        default: true
        }
    }

    /// Where a case may go from here: the table that Forms/lists/case-status.json has as data.
    var next: [CaseStatus] {
        switch self {
        case .open: [.assessing, .planApproved, .inSupport, .closed, .transferred, .duplicate]
        case .assessing: [.planApproved, .inSupport, .closed, .transferred, .duplicate]
        case .planApproved: [.assessing, .inSupport, .review, .closed, .transferred, .duplicate]
        case .inSupport: [.assessing, .planApproved, .review, .closed, .transferred, .duplicate]
        case .review: [.assessing, .planApproved, .inSupport, .closed, .transferred, .duplicate]
        case .reopened: [.assessing, .planApproved, .inSupport, .review, .closed, .transferred, .duplicate]
        case .closed, .transferred, .duplicate: [.reopened]
        }
    }
}
