import Foundation
import TincayCrypto
import TincayIntake

@testable import TincayVault

extension TestOffice {
    /// A second person at the desk, for what takes two.
    static let colleague = "a colleague"

    /// Hands the desk over to another person, who unlocks it.
    func handOver(_ desk: Desk, to person: String) throws -> Desk {
        desk.close()
        return try open(person: person)
    }

    /// What is due, as a dictionary.
    func due(_ desk: Desk, _ query: String? = nil) throws -> [String: Any] {
        guard let query else { return try object(desk.due(nil)) }
        return try object(Array(query.utf8).withUnsafeBytes { try unsafe desk.due($0) })
    }

    /// The steps that are due, each as "step due", in their order.
    func steps(_ desk: Desk, _ query: String? = nil) throws -> [String] {
        let steps = try due(desk, query)["steps"] as? [[String: Any]] ?? []
        return steps.map { "\($0["step"] ?? "") \($0["due"] ?? "")" }
    }

    /// Decides on the desk's rules.
    func decide(_ desk: Desk, _ rules: String) throws {
        try Array(rules.utf8).withUnsafeBytes { try unsafe desk.decide($0) }
    }

    /// What was done about a case.
    func work(_ id: String, at desk: Desk) throws -> [String: Any] {
        try read(id, at: desk)["work"] as? [String: Any] ?? [:]
    }

    /// The number of the ledger's last entry.
    func last(_ desk: Desk) -> Int64 { desk.chain.number }

    /// Creates the desk with two people, and unlocks it for the first.
    func deskOfTwo() throws -> Desk {
        let desk = try desk()
        try add(Self.colleague, #"["reports", "identities", "people"]"#, at: desk)
        return desk
    }
}
