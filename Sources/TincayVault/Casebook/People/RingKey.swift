/// The keys of a desk, each a seed of 32 random bytes that others are derived from.
enum RingKey: Int, CaseIterable {
    /// Signs heads, receipts and the card; it is who the desk is, and never changes.
    case signing = 0
    /// Seals the ledger, forms, notices, setup, and the keys of what lists are made of.
    case list = 1
    /// Opens what reports say.
    case facts = 2
    /// Opens who the child is.
    case identity = 3
    /// Takes in what was sealed to the desk.
    case intake = 4
    /// Endorses people.
    case people = 5

    /// The role that gives the key; nil for what everybody has.
    var role: Roles? {
        switch self {
        case .signing, .list: nil
        case .facts: .reports
        case .identity: .identities
        case .intake: .intake
        case .people: .people
        }
    }
}
