import TincayCrypto

extension Desk {
    /// How many bytes a person's name may have.
    static let personSize = 1...200
    /// How many bytes a passphrase may have.
    static let passphraseSize = 8...1024

    /// Creates a desk's file with its first person; a failure leaves no file.
    @_optimize(size) public static func create(
        path: [UInt8], person: [UInt8], passphrase: UnsafeRawBufferPointer, setup: UnsafeRawBufferPointer?,
        clock: Clock = .system
    ) throws(VaultError) {
        try start()
        guard personSize.contains(person.count), passphraseSize.contains(passphrase.count) else { throw .tooLarge }
        guard String(validating: person, as: UTF8.self) != nil else { throw .invalidInput }
        let setup = try unsafe DeskSetup(parsing: setup)
        let store = try CasebookStore(creating: path)
        do throws(VaultError) {
            let ring = try KeyRing.draw()
            let keys = try DeskKeys(ring: ring)
            let header = DeskHeader(keys: keys, cost: try setup.passphraseCost(clock))
            let id = PersonSlot.personID(person, at: header.deskID)
            let secret = try VaultError.crypto { () throws(CryptoError) in
                try SecretBytes(randomCount: Seal.keySize)
            }
            let slot = try unsafe PersonSlot(
                person: id, desk: header.deskID, secret: secret, passphrase: passphrase, keyFile: nil,
                cost: header.cost, peopleKey: ring.peopleKey)
            let first = try row(
                id, slot: slot.bytes, publicKey: slot.publicKey, roles: .all, header: header, keys: keys)
            let profile = try DeskProfile.seal(setup, header: header, key: keys.setup)
            var chain = LedgerChain(header: header)
            let entry = LedgerEntry(
                type: .created, time: clock.now(), person: person,
                open: PersonChange(first, roles: .all, name: person).bytes)
            let row = try chain.append(entry, keys: keys)
            let end = try LedgerEnd(chain, of: header, keys: keys)
            try store.transaction { () throws(VaultError) in
                try store.fill(header: header.bytes, setup: profile)
                try store.setPerson(first)
                try store.setGeneration(ring.generation, GenerationRow(first: ring))
                try store.addEntry(chain.number, row)
                try store.setEnd(end.bytes, at: chain.number)
            }
        } catch {
            store.abandon()
            throw error
        }
        store.close()
    }
}
