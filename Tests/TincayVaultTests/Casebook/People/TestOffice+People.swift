import Foundation
import TincayCrypto
import TincayIntake

@testable import TincayVault

extension TestOffice {
    /// Lends a passphrase and a key file.
    static func lend<Result>(
        _ passphrase: String, _ keyFile: [UInt8]?,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer?) throws -> Result
    ) throws -> Result {
        try Array(passphrase.utf8).withUnsafeBytes { passphrase in
            guard let keyFile else { return try unsafe body(passphrase, nil) }
            return try keyFile.withUnsafeBytes { try unsafe body(passphrase, $0) }
        }
    }

    /// Lets a person in.
    func add(
        _ person: String, _ roles: String, at desk: Desk, passphrase: String = TestOffice.passphrase,
        keyFile: [UInt8]? = nil
    ) throws {
        try Array(roles.utf8).withUnsafeBytes { roles in
            try Self.lend(passphrase, keyFile) {
                try unsafe desk.addPerson(Array(person.utf8), passphrase: $0, keyFile: $1, roles: roles)
            }
        }
    }

    /// Takes a person out.
    func remove(_ person: String, at desk: Desk) throws {
        try desk.removePerson(Array(person.utf8))
    }

    /// Sets another passphrase.
    func change(
        _ old: String, _ oldFile: [UInt8]? = nil, to new: String, _ newFile: [UInt8]? = nil, at desk: Desk
    ) throws {
        try Self.lend(old, oldFile) { old, oldFile in
            try Self.lend(new, newFile) {
                try unsafe desk.changePassphrase(old, keyFile: oldFile, to: $0, keyFile: $1)
            }
        }
    }

    /// Unlocks a desk that was locked.
    func unlock(_ desk: Desk, passphrase: String = TestOffice.passphrase) throws {
        try Self.lend(passphrase, nil) { try unsafe desk.unlock(passphrase: $0, keyFile: $1) }
    }

    /// The people of a desk, as "name role role" lines.
    func people(_ desk: Desk) throws -> [String] {
        (try object(desk.people())["people"] as? [[String: Any]] ?? []).map { person in
            (["\(person["name"] ?? "")"] + (person["roles"] as? [String] ?? [])).joined(separator: " ")
        }
    }

    /// Makes shares for recovery.
    func makeRecovery(_ setup: String, at desk: Desk) throws -> [String] {
        try object(Array(setup.utf8).withUnsafeBytes { try unsafe desk.makeRecovery($0) })["shares"] as? [String] ?? []
    }

    /// The shares as a host hands them over.
    private func json(_ shares: [String]) throws -> [UInt8] {
        [UInt8](try JSONSerialization.data(withJSONObject: shares))
    }

    /// Tries shares.
    func tryRecovery(_ shares: [String], at desk: Desk) throws -> RecoveryDrill {
        try json(shares).withUnsafeBytes { try unsafe desk.tryRecovery($0) }
    }

    /// Lets a person in with shares.
    func recover(_ shares: [String], person: String, passphrase: String) throws {
        try json(shares).withUnsafeBytes { shares in
            try Self.lend(passphrase, nil) {
                try unsafe Desk.recover(
                    path: path(), shares: shares, person: Array(person.utf8), passphrase: $0, keyFile: $1,
                    clock: clock.clock)
            }
        }
    }

    /// The types of the ledger's entries, with what is open in them.
    func entries(_ desk: Desk) throws -> [LedgerEntry] {
        try (1...desk.chain.number).map { number in
            guard let row = try desk.store.entry(number) else { throw VaultError.tampered }
            return try LedgerChain.open(row, number: number, header: desk.header, keys: desk.unlocked())
        }
    }
}
