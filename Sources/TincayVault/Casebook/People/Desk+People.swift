import TincayCrypto
import TincayIntake

extension Desk {
    /// The schema of a person's roles.
    private static let rolesSchema = InputSchema(
        """
        {"type": "array", "minItems": 1, "maxItems": 16, "items":
          {"enum": ["reports", "identities", "intake", "people", "statistics"]}}
        """, size: 4 << 10)

    /// The desk's people and shares for recovery, as the ledger tells.
    @_optimize(size) public func people() throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("people")
        writer.beginArray()
        for person in caseload.people.persons {
            writer.beginObject()
            writer.name("name")
            writer.text(person.name)
            writer.name("roles")
            person.roles.write(to: &writer)
            writer.name("since")
            writer.text(person.since.text)
            writer.name("by")
            writer.text(person.by)
            writer.endObject()
        }
        writer.endArray()
        writer.name("recovery")
        if let recovery = caseload.people.recovery {
            writer.beginObject()
            writer.name("set")
            writer.text(Hexadecimal.text(recovery.made.set))
            writer.name("shares")
            writer.integer(Int64(recovery.made.shares))
            writer.name("needed")
            writer.integer(Int64(recovery.made.needed))
            writer.name("since")
            writer.text(recovery.since.text)
            writer.name("by")
            writer.text(recovery.by)
            writer.endObject()
        } else {
            writer.null()
        }
        writer.name("generation")
        writer.integer(Int64(keys.ring.generation))
        writer.endObject()
        return writer.bytes
    }

    /// Lets a person in, with roles that whoever does it has too.
    @_optimize(size) public func addPerson(
        _ name: [UInt8], passphrase: UnsafeRawBufferPointer, keyFile: UnsafeRawBufferPointer? = nil,
        roles: UnsafeRawBufferPointer
    ) throws(VaultError) {
        let keys = try unlocked()
        _ = try keys.people()
        let roles = try Roles(unsafe Self.rolesSchema.read(roles))
        try unsafe Self.check(name, passphrase, keyFile)
        guard keys.roles.isSuperset(of: roles) else { throw .noKey }
        guard caseload.people.persons.count < CasebookStore.mostRows - 1 else { throw .tooLarge }
        let id = PersonSlot.personID(name, at: header.deskID)
        guard caseload.people[id] == nil else { throw .exists }
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let slot = try unsafe PersonSlot(
            person: id, desk: header.deskID, secret: secret, passphrase: passphrase, keyFile: keyFile,
            cost: header.cost, peopleKey: keys.ring.peopleKey)
        let row = try Self.row(
            id, slot: slot.bytes, publicKey: slot.publicKey, roles: roles, header: header, keys: keys)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.setPerson(row)
            try enter(.personAdded, open: PersonChange(row, roles: roles, name: name).bytes, in: &batch)
        }
    }

    /// Sets another passphrase for whoever unlocked the desk; the person's secret and keys stay as they are.
    @_optimize(size) public func changePassphrase(
        _ old: UnsafeRawBufferPointer, keyFile oldFile: UnsafeRawBufferPointer? = nil, to new: UnsafeRawBufferPointer,
        keyFile newFile: UnsafeRawBufferPointer? = nil
    ) throws(VaultError) {
        let keys = try unlocked()
        try unsafe Self.check(person, new, newFile)
        let id = PersonSlot.personID(person, at: header.deskID)
        guard let known = caseload.people[id], let row = try store.person(id), row.hash == known.rowHash else {
            throw .tampered
        }
        let slot = try PersonSlot(row.slot, person: id, desk: header.deskID)
        let right = try unsafe Self.open(
            slot, of: id, in: store, passphrase: old, keyFile: oldFile, clock: clock)
        try store.takeBack(right.failures, of: id)
        let other = try unsafe PersonSlot(
            person: id, desk: header.deskID, secret: right.secret, passphrase: new, keyFile: newFile, cost: header.cost,
            peopleKey: keys.ring.peopleKey)
        let changed = PersonRow(id: id, slot: other.bytes, wrap: row.wrap, endorsement: row.endorsement)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.setPerson(changed)
            try enterFailures(in: &batch)
            let change = PersonChange(changed, roles: known.roles, name: known.name)
            try enter(.passphraseChanged, open: change.bytes, in: &batch)
        }
        // The old slot would still open with the old passphrase, but the new one counts already.
        store.forgetSoon()
    }

    /// Fails for a name, a passphrase or a key file that no person can have.
    @_optimize(size) static func check(
        _ name: [UInt8], _ passphrase: UnsafeRawBufferPointer, _ keyFile: UnsafeRawBufferPointer?
    ) throws(VaultError) {
        guard personSize.contains(name.count), passphraseSize.contains(passphrase.count) else { throw .tooLarge }
        guard String(validating: name, as: UTF8.self) != nil else { throw .invalidInput }
        if let keyFile = unsafe keyFile, !KeyFile.size.contains(keyFile.count) { throw .tooLarge }
    }
}
