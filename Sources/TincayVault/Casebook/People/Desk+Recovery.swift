import TincayCrypto
import TincayIntake

extension Desk {
    /// The schema of shares that somebody has typed.
    private static let sharesSchema = InputSchema(
        """
        {"type": "array", "minItems": 1, "maxItems": 16, "items": {"type": "string", "maxLength": 400}}
        """, size: 16 << 10)

    /// Makes shares on paper, some of which let somebody in who has lost the passphrase; earlier ones no longer do.
    ///
    /// There is nothing else that does: no master password, and nobody has all shares but who prints them.
    @_optimize(size) public func makeRecovery(_ setup: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        let setup = try unsafe RecoverySetup(parsing: setup)
        guard keys.roles == .all else { throw .noKey }
        let key = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: SecretShare.size) }
        let slot = try RecoverySlot(
            desk: header.deskID, key: key, needed: setup.needed, shares: setup.shares, peopleKey: keys.ring.peopleKey)
        let row = try Self.row(
            RecoverySlot.rowID(at: header.deskID), slot: slot.bytes, publicKey: slot.publicKey, roles: .all,
            header: header, keys: keys)
        let shares = try VaultError.crypto { () throws(CryptoError) in
            try SecretShare.split(key, need: Int(setup.needed), at: [UInt8](1...setup.shares))
        }
        let made = RecoveryMade(needed: setup.needed, shares: setup.shares, set: slot.set, rowHash: row.hash)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.setPerson(row)
            try enter(.recoveryMade, open: made.bytes, in: &batch)
        }
        // Shares of before would open what was overwritten. Those of now must be given out in any case: they count already.
        store.forgetSoon()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("set")
        writer.text(Hexadecimal.text(slot.set))
        writer.name("needed")
        writer.integer(Int64(setup.needed))
        writer.name("shares")
        writer.beginArray()
        for share in shares { writer.text(RecoveryShare(needed: setup.needed, set: slot.set, share: share).text) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// Finds out whether shares would let somebody in, which is entered; nothing is opened with them.
    @_optimize(size) public func tryRecovery(_ shares: UnsafeRawBufferPointer) throws(VaultError) -> RecoveryDrill {
        _ = try unlocked()
        let texts = try unsafe Self.texts(shares)
        let id = RecoverySlot.rowID(at: header.deskID)
        guard let known = caseload.people.recovery else { throw .notFound }
        guard let row = try store.person(id), row.hash == known.rowHash else { throw .tampered }
        let slot = try RecoverySlot(row.slot, desk: header.deskID)
        var read: [RecoveryShare] = []
        var writer = JSONWriter()
        writer.beginArray()
        for text in texts { if let share = Self.read(text, of: slot, writing: &writer) { read.append(share) } }
        writer.endArray()
        let isMistyped = read.count < texts.count
        var fits = false
        if !isMistyped {
            do throws(VaultError) {
                fits = try slot.open(read).count > 0
            } catch {
                guard error == .wrongKey else { throw error }
            }
            try commit { (batch: inout LedgerBatch) throws(VaultError) in
                try enter(
                    .recoveryTried, open: [fits ? 1 : 0] + slot.set + read.map { $0.share.place }, in: &batch)
            }
        }
        var result = JSONWriter()
        result.beginObject()
        result.name("fits")
        result.boolean(fits)
        result.name("needed")
        result.integer(Int64(slot.needed))
        result.name("shares")
        result.raw(writer.bytes)
        result.endObject()
        return RecoveryDrill(fits: fits, isMistyped: isMistyped, result: result.bytes)
    }

    /// Lets a person in with shares, under a new passphrase and with every role; that is entered in the ledger.
    @_optimize(size) public static func recover(
        path: [UInt8], shares: UnsafeRawBufferPointer, person: [UInt8], passphrase: UnsafeRawBufferPointer,
        keyFile: UnsafeRawBufferPointer? = nil, clock: Clock = .system
    ) throws(VaultError) {
        try start()
        try unsafe check(person, passphrase, keyFile)
        var read: [RecoveryShare] = []
        for text in try unsafe texts(shares) {
            do throws(RecoveryFault) { read.append(try RecoveryShare(text)) } catch { throw .invalidInput }
        }
        let store = try CasebookStore(opening: path, pageLimit: nil)
        let header = try DeskHeader(store.header())
        guard let row = try store.person(RecoverySlot.rowID(at: header.deskID)) else { throw .notFound }
        let slot = try RecoverySlot(row.slot, desk: header.deskID)
        let keys = try admit(row, with: slot.open(read), anchor: slot.peopleKey, store, header)
        let desk = try Desk(store, header, person: person, clock: clock, keys: keys)
        guard desk.caseload.people.recovery?.rowHash == row.hash else { throw .tampered }
        try unsafe desk.comeBack(passphrase, keyFile)
        desk.close()
    }

    /// Gives whoever unlocked the desk with shares a row of the person's own.
    @_optimize(size) private func comeBack(
        _ passphrase: UnsafeRawBufferPointer, _ keyFile: UnsafeRawBufferPointer?
    ) throws(VaultError) {
        let keys = try unlocked()
        let id = PersonSlot.personID(person, at: header.deskID)
        let secret = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: Seal.keySize) }
        let slot = try unsafe PersonSlot(
            person: id, desk: header.deskID, secret: secret, passphrase: passphrase, keyFile: keyFile,
            cost: header.cost, peopleKey: keys.ring.peopleKey)
        let row = try Self.row(
            id, slot: slot.bytes, publicKey: slot.publicKey, roles: .all, header: header, keys: keys)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.setPerson(row)
            try enterFailures(in: &batch)
            try enter(.recovered, open: PersonChange(row, roles: .all, name: person).bytes, in: &batch)
        }
        store.forgetSoon()
    }

    /// Reads the JSON of shares that somebody has typed.
    @_optimize(size) private static func texts(_ shares: UnsafeRawBufferPointer) throws(VaultError) -> [[UInt8]] {
        try unsafe sharesSchema.read(shares).elements.compactMap { $0.text }
    }

    /// Reads a share and writes what is wrong with it; nil when it was mistyped.
    @_optimize(size) private static func read(
        _ text: [UInt8], of slot: RecoverySlot, writing writer: inout JSONWriter
    ) -> RecoveryShare? {
        var share: RecoveryShare?
        var fault: StaticString?
        var group: Int?
        do throws(RecoveryFault) {
            let read = try RecoveryShare(text)
            if read.set != slot.set { fault = "set" }
            share = read
        } catch {
            switch error {
            case .length: fault = "length"
            case .group(let place):
                fault = "group"
                group = place
            case .notAShare: fault = "share"
            }
        }
        writer.beginObject()
        writer.name("place")
        if let share { writer.integer(Int64(share.share.place)) } else { writer.null() }
        writer.name("fault")
        if let fault { writer.text(fault) } else { writer.null() }
        writer.name("group")
        if let group { writer.integer(Int64(group)) } else { writer.null() }
        writer.endObject()
        return share
    }
}
