import TincayIntake

/// A row of the table of people that is not what the ledger tells.
struct StrangePerson {
    /// The person's name, or the row's number when the ledger does not know it.
    let name: [UInt8]
    /// The number of the entry that told of the row last; nil for a row that no entry tells of.
    let number: Int64?
    /// What is wrong with it.
    let fault: StaticString

    /// Writes it as verifying shows it.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("person")
        writer.text(name)
        writer.name("number")
        if let number { writer.integer(number) } else { writer.null() }
        writer.name("fault")
        writer.text(fault)
        writer.endObject()
    }
}

extension Desk {
    /// The rows of people that were deleted, exchanged or added behind the ledger's back.
    func strangePeople() throws(VaultError) -> [StrangePerson] {
        var rows: [[UInt8]: [UInt8]] = [:]
        for row in try store.people() { rows[row.id] = row.hash }
        var strangers: [StrangePerson] = []
        for person in caseload.people.persons {
            let hash = rows.removeValue(forKey: person.id)
            guard hash != person.rowHash else { continue }
            strangers.append(
                StrangePerson(name: person.name, number: person.number, fault: hash == nil ? "missing" : "changed"))
        }
        if let recovery = caseload.people.recovery {
            let hash = rows.removeValue(forKey: RecoverySlot.rowID(at: header.deskID))
            if hash != recovery.rowHash {
                strangers.append(
                    StrangePerson(name: [], number: recovery.number, fault: hash == nil ? "missing" : "changed"))
            }
        }
        for id in rows.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            strangers.append(StrangePerson(name: Hexadecimal.text(id), number: nil, fault: "unknown"))
        }
        return strangers
    }
}
