import TincayCrypto

extension Desk {
    /// Tries somebody's passphrase on a slot; who has tried too many wrong ones has to wait.
    ///
    /// The try is counted on the disk before it is made, so that nobody gets around it by pulling the plug. Gives the
    /// person's secret, and what was wrong before.
    @_optimize(size) static func open(
        _ slot: PersonSlot, of id: [UInt8], in store: CasebookStore, passphrase: UnsafeRawBufferPointer,
        keyFile: UnsafeRawBufferPointer?, clock: Clock
    ) throws(VaultError) -> SecretBytes {
        let now = clock.now()
        var failures = try store.failures(of: id) ?? FailedUnlocks(at: now)
        if failures.isAhead(of: now) { failures.settle(at: now) }
        let mayTry = failures.isOver(at: now)
        // Longer or shorter than any passphrase of a desk, and so not this one's, and nobody's guess.
        guard passphraseSize.contains(passphrase.count) || !mayTry else { throw .wrongKey }
        let before = failures
        if mayTry { failures.add(at: now) }
        if mayTry || failures.count > 0 {
            try store.transaction { () throws(VaultError) in try store.setFailures(failures, of: id) }
        }
        guard mayTry else { throw .later }
        let secret = try unsafe slot.open(passphrase, keyFile: keyFile)
        // It was right: what was counted beforehand is taken back, and what came before stays to be entered.
        try store.transaction { () throws(VaultError) in try store.setFailures(before, of: id) }
        return secret
    }

    /// The keys that a slot's secret opens, when the desk's own people gave them.
    ///
    /// `anchor` is what verified endorsements when the slot was made; from there, each generation must have been made by
    /// the one before.
    @_optimize(size) static func admit(
        _ row: PersonRow, with secret: borrowing SecretBytes, anchor: [UInt8], _ store: CasebookStore,
        _ header: DeskHeader
    ) throws(VaultError) -> DeskKeys {
        let pair = try PersonSlot.pair(of: secret)
        let ring = try KeyRing.unwrap(row.wrap, person: row.id, header: header, with: pair)
        let generations = try store.generations()
        guard generations.count == Int(ring.generation), generations.last?.peopleKey == ring.peopleKey,
            let first = generations.firstIndex(where: { $0.peopleKey == anchor })
        else { throw .tampered }
        for place in generations.indices.dropFirst(first + 1) {
            let number = UInt32(truncatingIfNeeded: place + 1)
            guard generations[place].verify(number, header: header, with: generations[place - 1].peopleKey) else {
                throw .tampered
            }
        }
        let keys = try DeskKeys(ring: ring, earlier: earlierPairs(generations, ring, header))
        guard keys.signing.publicKey == header.signKey else { throw .tampered }
        let endorsement = try Endorsement(
            opening: row.endorsement, person: row.id, header: header, key: keys.endorsement)
        guard endorsement.roles == ring.roles, endorsement.generation == ring.generation,
            endorsement.verify(
                person: row.id, publicKey: pair.publicKey, wrap: row.wrap, header: header, with: ring.peopleKey)
        else { throw .tampered }
        return keys
    }

    /// The pairs of earlier cards, the newest first, for who takes in what was sealed to the desk.
    @_optimize(size) private static func earlierPairs(
        _ generations: [GenerationRow], _ ring: KeyRing, _ header: DeskHeader
    ) throws(VaultError) -> [IntakeKey.Pair] {
        guard ring.roles.contains(.intake) else { return [] }
        let key = try IntakeKey.sealing(of: ring.seed(.intake))
        var pairs: [IntakeKey.Pair] = []
        for place in generations.indices.reversed() where !generations[place].seed.isEmpty {
            var seed = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(count: Seal.keySize) }
            let number = UInt32(truncatingIfNeeded: place + 1)
            try SealedRow.open(
                generations[place].seed[...], into: &seed, associated: GenerationRow.associated(number, header),
                key: key)
            pairs.append(IntakeKey.Pair(try IntakeKey.pair(of: seed)))
            if pairs.count == IntakeKey.mostEarlier { break }
        }
        return pairs
    }

    /// A person's row with the ring of some roles, endorsed by whoever manages people.
    @_optimize(size) static func row(
        _ id: [UInt8], slot: [UInt8], publicKey: [UInt8], roles: Roles, header: DeskHeader, keys: DeskKeys
    ) throws(VaultError) -> PersonRow {
        let people = try keys.people()
        let wrap = try keys.ring.limited(to: roles).wrap(to: publicKey, person: id, header: header)
        let endorsement = Endorsement(
            person: id, publicKey: publicKey, wrap: wrap, roles: roles, generation: keys.ring.generation,
            header: header, with: people)
        return PersonRow(
            id: id, slot: slot, wrap: wrap,
            endorsement: try endorsement.sealed(person: id, header: header, key: keys.endorsement))
    }

    /// Enters that the person has unlocked the desk, behind the wrong passphrases before.
    @_optimize(size) func enterUnlocking() throws(VaultError) {
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enterFailures(in: &batch)
            try enter(.unlocked, in: &batch)
        }
    }

    /// Enters wrong passphrases that the ledger does not have yet, and forgets those of whoever is in now.
    @_optimize(size) func enterFailures(in batch: inout LedgerBatch) throws(VaultError) {
        let own = PersonSlot.personID(person, at: header.deskID)
        for (id, failures) in try store.failures() {
            if failures.isNews { try enter(.failedUnlock, open: failures.report(of: id), in: &batch) }
            if id == own {
                try store.removeFailures(of: id)
            } else if failures.isNews {
                var entered = failures
                entered.enter()
                try store.setFailures(entered, of: id)
            }
        }
    }
}
