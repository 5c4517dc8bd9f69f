import TincayIntake

/// What a person of a desk may do, which is to say: which of the desk's keys the person was given.
///
/// Every person has the keys of the ledger and of what lists and counts are made of, and the desk's signing key, because
/// everybody's unlocking is entered and signed.
struct Roles: OptionSet {
    /// One bit for each role.
    let rawValue: UInt8

    /// Opens what reports say, but not who the child is.
    static let reports = Roles(rawValue: 1)
    /// Opens who the child is, and how to reach the child.
    static let identities = Roles(rawValue: 2)
    /// Takes in bundles and what other desks send.
    static let intake = Roles(rawValue: 4)
    /// Lets people in, and endorses them.
    static let people = Roles(rawValue: 8)
    /// Every role there is.
    static let all: Roles = [.reports, .identities, .intake, .people]

    /// The roles with their names in JSON; who has none of them has statistics.
    private static let names: [(role: Roles, name: StaticString)] = [
        (.reports, "reports"), (.identities, "identities"), (.intake, "intake"), (.people, "people"),
    ]
    /// What everybody at a desk can do.
    private static let everybody: StaticString = "statistics"

    /// Takes a set of bits.
    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Reads a set; a bit that means nothing here comes from a newer library.
    init(_ byte: UInt8) throws(VaultError) {
        guard byte & ~Self.all.rawValue == 0 else { throw .tooNew }
        self.init(rawValue: byte)
    }

    /// Reads the names in an array of JSON.
    init(_ value: JSONValue?) throws(VaultError) {
        guard let value, value.kind == .array else { throw .invalidInput }
        var roles = Roles(rawValue: 0)
        for element in value.elements {
            if let found = Self.names.first(where: { element.isText($0.name) }) {
                roles.insert(found.role)
            } else if !element.isText(Self.everybody) {
                throw .invalidInput
            }
        }
        // Who the child is can be opened only together with what was told.
        guard !roles.contains(.identities) || roles.contains(.reports) else { throw .invalidInput }
        self = roles
    }

    /// Writes the names as an array.
    func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for (role, name) in Self.names where contains(role) { writer.text(name) }
        writer.text(Self.everybody)
        writer.endArray()
    }
}
