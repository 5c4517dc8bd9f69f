import TincayCrypto
import TincayIntake

/// Who may unlock a desk, as its ledger tells it.
struct People {
    /// Somebody who may unlock the desk.
    struct Person {
        /// The person's number.
        let id: [UInt8]
        /// The person's name.
        let name: [UInt8]
        /// What the person may do.
        let roles: Roles
        /// Since when.
        let since: Moment
        /// Who let the person in.
        let by: [UInt8]
        /// The hash of the person's row.
        var rowHash: [UInt8]
        /// The number of the entry that told of the row last.
        var number: Int64
    }

    /// The shares that let somebody in who lost the passphrase.
    struct Recovery {
        /// How many, and which row they open.
        let made: RecoveryMade
        /// Since when.
        let since: Moment
        /// Who made them.
        let by: [UInt8]
        /// The hash of the row.
        var rowHash: [UInt8]
        /// The number of the entry that told of the row last.
        var number: Int64
    }

    /// The people, in the order in which they came.
    private(set) var persons: [Person] = []
    /// The shares; nil when none were made.
    private(set) var recovery: Recovery?

    /// Starts with nobody.
    init() {}

    /// A person.
    subscript(id: [UInt8]) -> Person? { persons.first { $0.id == id } }

    /// Adds an entry to the sum; those of other types change nothing.
    mutating func apply(_ entry: LedgerEntry, number: Int64) throws(VaultError) {
        switch entry.type {
        case .created, .personAdded, .recovered:
            let change = try PersonChange(entry.open)
            persons.removeAll { $0.id == change.id }
            persons.append(
                Person(
                    id: change.id, name: change.name, roles: change.roles, since: entry.time, by: entry.person,
                    rowHash: change.rowHash, number: number))
        case .passphraseChanged:
            let change = try PersonChange(entry.open)
            renew(change.id, change.rowHash, number)
        case .personRemoved:
            let id = [UInt8](entry.open.prefix(16))
            persons.removeAll { $0.id == id }
        case .rekeyed:
            var reader = ByteReader(entry.open[...])
            _ = try reader.number(UInt32.self)
            while !reader.rest.isEmpty { renew(try reader.bytes(16), try reader.bytes(Hash.size), number) }
        case .recoveryMade:
            let made = try RecoveryMade(entry.open)
            recovery = Recovery(
                made: made, since: entry.time, by: entry.person, rowHash: made.rowHash, number: number)
        default: break
        }
    }

    /// Notes that a row changed.
    private mutating func renew(_ id: [UInt8], _ rowHash: [UInt8], _ number: Int64) {
        if let place = persons.firstIndex(where: { $0.id == id }) {
            persons[place].rowHash = rowHash
            persons[place].number = number
        } else {
            recovery?.rowHash = rowHash
            recovery?.number = number
        }
    }
}

extension People {
    /// Reads what `bytes` gave.
    init(_ reader: inout ByteReader) throws(VaultError) {
        for _ in 0..<(try reader.number(UInt32.self)) {
            let id = try reader.bytes(16)
            let rowHash = try reader.bytes(Hash.size)
            let roles = try Roles(reader.byte())
            let since = Moment(milliseconds: Int64(bitPattern: try reader.number()))
            let number = Int64(bitPattern: try reader.number())
            let name = try reader.bytes(Int(try reader.byte()))
            let by = try reader.bytes(Int(try reader.byte()))
            persons.append(
                Person(id: id, name: name, roles: roles, since: since, by: by, rowHash: rowHash, number: number))
        }
        guard try reader.byte() == 1 else { return }
        let made = try RecoveryMade(reader.bytes(2 + RecoveryShare.setSize + Hash.size))
        let since = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let rowHash = try reader.bytes(Hash.size)
        let number = Int64(bitPattern: try reader.number())
        let by = try reader.bytes(Int(try reader.byte()))
        recovery = Recovery(made: made, since: since, by: by, rowHash: rowHash, number: number)
    }

    /// The sum as bytes, from which it can be read again.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64 + persons.count * 128)
        writer.append(number: UInt32(truncatingIfNeeded: persons.count))
        for person in persons {
            writer.append(person.id)
            writer.append(person.rowHash)
            writer.append([person.roles.rawValue])
            writer.append(number: UInt64(bitPattern: person.since.milliseconds))
            writer.append(number: UInt64(bitPattern: person.number))
            writer.append([UInt8(truncatingIfNeeded: person.name.count)])
            writer.append(person.name)
            writer.append([UInt8(truncatingIfNeeded: person.by.count)])
            writer.append(person.by)
        }
        writer.append([recovery == nil ? 0 : 1])
        if let recovery {
            writer.append(recovery.made.bytes)
            writer.append(number: UInt64(bitPattern: recovery.since.milliseconds))
            writer.append(recovery.rowHash)
            writer.append(number: UInt64(bitPattern: recovery.number))
            writer.append([UInt8(truncatingIfNeeded: recovery.by.count)])
            writer.append(recovery.by)
        }
        return writer.bytes
    }
}
