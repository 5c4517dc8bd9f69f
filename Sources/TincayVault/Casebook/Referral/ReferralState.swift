import TincayIntake

/// How far a referral is, as the code list of referral states has it.
enum ReferralState: UInt8, CaseIterable {
    case sent = 1
    case received = 2
    case accepted = 3
    case declinedProvider = 4
    case declinedChild = 5
    case inProgress = 6
    case done = 7
    case notAvailable = 8
    case returned = 9
    case cancelled = 10
    /// Never kept: what is waiting on a day that has passed counts as this.
    case expired = 11

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .sent: "SENT"
        case .received: "RECEIVED"
        case .accepted: "ACCEPTED"
        case .declinedProvider: "DECLINED_PROVIDER"
        case .declinedChild: "DECLINED_CHILD"
        case .inProgress: "IN_PROGRESS"
        case .done: "DONE"
        case .notAvailable: "NOT_AVAILABLE"
        case .returned: "RETURNED"
        case .cancelled: "CANCELLED"
        case .expired: "EXPIRED"
        }
    }

    /// Whether nobody has decided about it yet, so that its day can pass.
    var isWaiting: Bool { self == .sent || self == .received }

    /// Whether the addressee took it on, after which its day no longer matters.
    var isTakenOn: Bool { self == .accepted || self == .inProgress || self == .done }

    /// Whether something is still to come of it.
    var isOpen: Bool { isWaiting || self == .accepted || self == .inProgress }

    /// Whether an addressee may say it.
    var isAnswer: Bool {
        switch self {
        case .sent, .received, .cancelled, .expired: false
        default: true
        }
    }

    /// The state that a JSON string names.
    static func named(_ value: JSONValue?) -> ReferralState? {
        guard let value else { return nil }
        return allCases.first { value.isText($0.name) }
    }
}
