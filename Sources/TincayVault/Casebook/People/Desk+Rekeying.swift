import TincayCrypto

extension Desk {
    /// Takes a person out and exchanges every key of the desk but the signing key, so that nothing in the file opens with
    /// the keys that the person had.
    ///
    /// Those who stay get the new keys without being there. It takes every role, because every key is given anew. When
    /// this returns, no page of the file or of its write-ahead log has what the old keys open.
    @_optimize(size) public func removePerson(_ name: [UInt8]) throws(VaultError) {
        let old = try unlocked()
        guard old.roles == .all else { throw .noKey }
        let id = PersonSlot.personID(name, at: header.deskID)
        // Somebody has to stay who can open what is given anew.
        guard name != person else { throw .invalidInput }
        guard caseload.people[id] != nil else {
            // Asked again, because the log could not be emptied when the keys were exchanged.
            guard store.owesForgetting else { throw .notFound }
            return try store.forget()
        }
        let ring = try KeyRing.draw(after: old.ring)
        let new = try DeskKeys(ring: ring, earlier: [IntakeKey.Pair](old.intake().pairs.prefix(IntakeKey.mostEarlier)))
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try store.removePerson(id)
            try enter(.personRemoved, open: id + name, in: &batch)
            var change = ByteWriter(capacity: 256)
            change.append(number: ring.generation)
            for row in try store.people() {
                guard isKnown(row.id) else {
                    // Nobody let this one in, so nobody misses it.
                    try store.removePerson(row.id)
                    continue
                }
                let renewed = try renew(row, from: old, to: new)
                try store.setPerson(renewed)
                change.append(renewed.id)
                change.append(renewed.hash)
            }
            try enter(.rekeyed, open: change.bytes, in: &batch)
            try renewGenerations(from: old, to: new)
            try renewReports(from: old, to: new)
            try renewLedger(upTo: batch.chain.number, from: old, to: new)
            try renewNotices(from: old, to: new)
            let setup = try DeskProfile.row(store.setup(), header: header, from: old.setup, to: new.setup)
            try store.setSetup(setup)
            try store.clearSheets()
            try store.clearSieves()
            batch.keys = new
        }
        try store.forget()
    }

    /// Whether the ledger tells of a row.
    @_optimize(size) private func isKnown(_ id: [UInt8]) -> Bool {
        if id == RecoverySlot.rowID(at: header.deskID) { return caseload.people.recovery != nil }
        return caseload.people[id] != nil
    }

    /// A person's row, or that of the shares for recovery, with the new ring; only what was endorsed is carried on.
    @_optimize(size) private func renew(
        _ row: PersonRow, from old: DeskKeys, to new: DeskKeys
    ) throws(VaultError) -> PersonRow {
        let publicKey: [UInt8]
        if row.id == RecoverySlot.rowID(at: header.deskID) {
            publicKey = try RecoverySlot(row.slot, desk: header.deskID).publicKey
        } else {
            guard let known = caseload.people[row.id], known.rowHash == row.hash else { throw .tampered }
            publicKey = try PersonSlot(row.slot, person: row.id, desk: header.deskID).publicKey
        }
        let endorsement = try Endorsement(
            opening: row.endorsement, person: row.id, header: header, key: old.endorsement)
        guard endorsement.generation == old.ring.generation,
            endorsement.verify(
                person: row.id, publicKey: publicKey, wrap: row.wrap, header: header, with: old.ring.peopleKey)
        else { throw .tampered }
        return try Self.row(
            row.id, slot: row.slot, publicKey: publicKey, roles: endorsement.roles, header: header, keys: new)
    }

    /// Adds a generation, signed by the one before, whose seed for intake is kept for what is still on its way.
    @_optimize(size) private func renewGenerations(from old: DeskKeys, to new: DeskKeys) throws(VaultError) {
        let rows = try store.generations()
        guard rows.count == Int(old.ring.generation), rows.count < CasebookStore.mostRows else { throw .tampered }
        let before = try IntakeKey.sealing(of: old.ring.seed(.intake))
        let after = try IntakeKey.sealing(of: new.ring.seed(.intake))
        for (place, row) in rows.enumerated() {
            let number = UInt32(truncatingIfNeeded: place + 1)
            let associated = GenerationRow.associated(number, header)
            var seed = try old.ring.seed(.intake)
            var isKept = number == old.ring.generation
            if !isKept, !row.seed.isEmpty {
                isKept = rows.count - place <= IntakeKey.mostEarlier
                try SealedRow.open(row.seed[...], into: &seed, associated: associated, key: before)
            }
            let sealed = isKept ? try SealedRow.seal(seed, associated: associated, key: after) : []
            try store.setGeneration(
                number, GenerationRow(peopleKey: row.peopleKey, signature: row.signature, seed: sealed))
        }
        let next = try GenerationRow(new.ring, header: header, after: old.people())
        try store.setGeneration(new.ring.generation, next)
    }

    /// Wraps the keys of every report anew, where they lie.
    @_optimize(size) private func renewReports(from old: DeskKeys, to new: DeskKeys) throws(VaultError) {
        for (id, known) in caseload.known {
            if case .shredded = known.fate { continue }
            guard let row = try store.key(known.number) else { continue }
            let changed: [UInt8]
            do throws(VaultError) {
                changed = try CaseKeys.row(row, id: id, header: header, from: old, to: new)
            } catch {
                // A row that opens for nobody stays as it is, and verifying names it.
                guard error == .tampered else { throw error }
                continue
            }
            try store.replaceKey(known.number, changed)
        }
    }

    /// Seals every entry anew, and the forms that entries tell of; the ledger's hash and head stay what they are.
    @_optimize(size) private func renewLedger(upTo end: Int64, from old: DeskKeys, to new: DeskKeys) throws(VaultError)
    {
        var number: Int64 = 0
        while number < end {
            number += 1
            guard let row = try store.entry(number) else { throw .tampered }
            let entry = try LedgerChain.open(row, number: number, header: header, keys: old)
            try store.replaceEntry(
                number, LedgerChain.row(row, number: number, header: header, from: old, to: new))
            guard entry.type == .kept else { continue }
            let hash = entry.open
            let id = try formID(hash, old)
            guard let form = try store.form(id) else { continue }
            let associated = header.associated("tincay form 1", hash)
            guard let source = try? SealedRow.open(form[...], associated: associated, key: old.form) else { continue }
            try store.replaceForm(
                id, by: formID(hash, new), SealedRow.seal(source, associated: associated, key: new.form))
        }
    }

    /// Seals the notices in force anew.
    @_optimize(size) private func renewNotices(from old: DeskKeys, to new: DeskKeys) throws(VaultError) {
        for (nameHash, _) in caseload.notices {
            let id = try noticeID(nameHash, old)
            guard let row = try store.notice(id) else { throw .tampered }
            let notice = try open(row, nameHash, old)
            try store.removeNotice(id)
            try store.setNotice(try noticeID(nameHash, new), try sealed(notice, nameHash, new))
        }
    }
}
