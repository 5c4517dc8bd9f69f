/// In which order cases are listed; every order ends with the identifier, so that pages neither repeat nor skip.
enum CaseOrder: Int, CaseIterable {
    /// The most urgent first, then those due soonest.
    case urgency
    /// Those due soonest first.
    case due
    /// Those that wait longest first.
    case received
    /// Those that something was done about last first.
    case changed

    /// What a case is compared by, before its identifier.
    struct Key {
        /// What counts first.
        let first: UInt64
        /// What counts where the first is the same.
        let second: UInt64
    }

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .urgency: "urgency"
        case .due: "due"
        case .received: "received"
        case .changed: "changed"
        }
    }
}
