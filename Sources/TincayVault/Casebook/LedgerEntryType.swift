/// What can be entered in a ledger.
enum LedgerEntryType: UInt8 {
    /// The desk came into being.
    case created = 1
    /// Somebody unlocked the desk.
    case unlocked = 2
    /// A form was kept.
    case kept = 3
    /// A report became a case.
    case filed = 4
    /// A bundle was taken in.
    case collected = 5
    /// An item of a bundle was left out.
    case setAside = 6
    /// Somebody opened a report.
    case read = 7
    /// Somebody wrote something down.
    case note = 8
    /// A case moved on.
    case status = 9
    /// A case was given to somebody.
    case assigned = 10
    /// A report's keys were destroyed.
    case shredded = 11
    /// Shares of a report's closed sections were given to another desk.
    case shared = 12
    /// Shares that another desk gave were taken in.
    case combined = 13
    /// A point has seen this ledger end where it does not end: an older file was put back.
    case rolledBack = 14
    /// The desk signed a notice.
    case signed = 16
    /// The desk took a notice in.
    case posted = 17

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .created: "created"
        case .unlocked: "unlocked"
        case .kept: "kept"
        case .filed: "filed"
        case .collected: "collected"
        case .setAside: "set_aside"
        case .read: "read"
        case .note: "note"
        case .status: "status"
        case .assigned: "assigned"
        case .shredded: "shredded"
        case .shared: "shared"
        case .combined: "combined"
        case .rolledBack: "rolled_back"
        case .signed: "signed"
        case .posted: "posted"
        }
    }

    /// Whether a case's state depends on what an entry of this type tells.
    var changesCase: Bool {
        switch self {
        case .filed, .status, .assigned: true
        default: false
        }
    }
}
