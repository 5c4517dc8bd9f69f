import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Several people at a desk, and what each of them can do.
struct DeskPeopleTests {
    /// Answers with who the child is.
    private static let answers = #"{"told": "x", "child": "Bé", "danger": "Y"}"#
    /// A note.
    private static let note = #"{"type": "note", "text": "a note"}"#

    @Test func rolesAreKeys() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.triaging()
        let id = try office.file(Self.answers, form: form, at: desk)
        try office.add("clerk", #"["statistics"]"#, at: desk)
        try office.add("reader", #"["reports"]"#, at: desk)
        try office.add("carrier", #"["intake"]"#, at: desk)
        #expect(
            try office.people(desk) == [
                "a counsellor reports identities intake people statistics", "clerk statistics",
                "reader reports statistics", "carrier intake statistics",
            ])
        let item = try office.envelope(Self.answers, form: form, to: desk)
        let bundle = try office.bundle([item], to: desk)
        desk.close()

        // Codes are for everybody; what was told, written and sent is not.
        desk = try office.open(person: "clerk")
        #expect(try office.cases(desk).count == 1)
        #expect(try office.rows(desk, #"{"by": ["urgency"]}"#) == ["U1 1"])
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        try office.record(id, #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        #expect(throws: VaultError.noKey) { try office.read(id, at: desk) }
        #expect(throws: VaultError.noKey) { try office.record(id, Self.note, at: desk) }
        #expect(throws: VaultError.noKey) { try office.collect(bundle: bundle, at: desk) }
        #expect(throws: VaultError.noKey) { try office.add("x", #"["statistics"]"#, at: desk) }
        #expect(throws: VaultError.noKey) { try office.remove("reader", at: desk) }
        #expect(throws: VaultError.noKey) { try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: desk) }
        let own = try office.file(Self.answers, form: form, at: desk)
        #expect(throws: VaultError.noKey) { try office.read(own, at: desk) }
        desk.close()

        // Facts open without the identity.
        desk = try office.open(person: "reader")
        for report in [id, own] {
            let read = try office.read(report, at: desk)
            #expect(Set((read["sections"] as? [String: Any] ?? [:]).keys) == ["facts"])
            let closed = try #require(read["closed"] as? [[String: Any]])
            #expect(closed.map { "\($0["section"] ?? "") \($0["reason"] ?? "")" } == ["identity person"])
        }
        try office.record(id, Self.note, at: desk)
        let third = try office.file(Self.answers, form: form, at: desk)
        #expect(throws: VaultError.noKey) {
            try TestOffice.lend("", nil) { card, _ in try unsafe desk.share(Array(id.utf8), with: card) }
        }
        desk.close()

        // Who carries opens nothing that is filed.
        desk = try office.open(person: "carrier")
        #expect(try office.collect(bundle: bundle, at: desk).covered.count == 1)
        let fourth = try #require(Envelope.identifier(of: item))
        #expect(throws: VaultError.noKey) { try desk.read(fourth.hexadecimal) }
        desk.close()

        // Whoever holds all opens what others filed.
        desk = try office.open()
        for report in [id, own, third, String(decoding: fourth.hexadecimal, as: UTF8.self)] {
            let read = try office.read(report, at: desk)
            let sections = try #require(read["sections"] as? [String: [String: Any]])
            #expect(sections["identity"]?["child"] as? String == "Bé")
            #expect((read["closed"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func nobodyGivesMoreThanOneHas() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        try office.add("lead", #"["people", "reports"]"#, at: desk)
        for roles in [#"["identities"]"#, "[]", #"["king"]"#, "{}"] {
            #expect(throws: VaultError.invalidInput) { try office.add("x", roles, at: desk) }
        }
        #expect(throws: VaultError.exists) { try office.add("lead", #"["statistics"]"#, at: desk) }
        #expect(throws: VaultError.tooLarge) { try office.add("x", #"["reports"]"#, at: desk, passphrase: "short") }
        desk.close()
        desk = try office.open(person: "lead")
        #expect(throws: VaultError.noKey) { try office.add("x", #"["reports", "identities"]"#, at: desk) }
        #expect(throws: VaultError.noKey) { try office.add("x", #"["intake"]"#, at: desk) }
        #expect(throws: VaultError.noKey) { try office.remove(TestOffice.person, at: desk) }
        try office.add("x", #"["reports"]"#, at: desk)
        desk.close()
        desk = try office.open(person: "x")
        #expect(try desk.unlocked().roles == .reports)
        let person = try #require(
            try office.object(desk.people())["people"] as? [[String: Any]]
        ).last
        #expect(person?["by"] as? String == "lead")
    }

    @Test func anotherPassphraseAndAKeyFileTakeTheOldOnesPlace() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let file = Random.bytes(200)
        #expect(throws: VaultError.wrongKey) { try office.change("not this one", to: "another one", at: desk) }
        #expect(throws: VaultError.tooLarge) {
            try office.change(TestOffice.passphrase, to: "another one", [1, 2, 3], at: desk)
        }
        let old = try #require(try desk.store.people().first)
        try office.change(TestOffice.passphrase, to: "another one", file, at: desk)
        desk.close()
        #expect(office.everyByte.range(of: Data(old.slot.suffix(48))) == nil)
        #expect(throws: VaultError.wrongKey) { try office.open() }
        #expect(throws: VaultError.wrongKey) { try office.open(passphrase: "another one") }
        office.clock.run(hours: 1)
        desk = try office.open(passphrase: "another one", keyFile: file)
        #expect(try office.entries(desk).contains { $0.type == .passphraseChanged })
        desk.close()
        // The old row is the desk's own, and still not the one that the ledger tells of.
        try office.tamper { try $0.setPerson(old) }
        #expect(throws: VaultError.tampered) { try office.open() }
    }

    @Test func aRowThatNobodyEndorsedIsRefused() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        let keys = try desk.unlocked()
        let header = desk.header
        let id = PersonSlot.personID(Array("clerk".utf8), at: header.deskID)
        desk.close()
        var rows: [PersonRow] = []
        try office.tamper { rows = try $0.people() }
        let own = try #require(rows.first { $0.id == id })
        let other = try #require(rows.first { $0.id != id })
        let publicKey = try PersonSlot(own.slot, person: id, desk: header.deskID).publicKey
        // With every role, but endorsed with a key of one's own.
        let forger = try PeopleKey(seed: SecretBytes(randomCount: 32))
        let wrap = try keys.ring.wrap(to: publicKey, person: id, header: header)
        let endorsement = Endorsement(
            person: id, publicKey: publicKey, wrap: wrap, roles: .all, generation: 1, header: header, with: forger)
        let forged = try PersonRow(
            id: id, slot: own.slot, wrap: wrap,
            endorsement: endorsement.sealed(person: id, header: header, key: keys.endorsement))
        for row in [
            forged, PersonRow(id: id, slot: own.slot, wrap: other.wrap, endorsement: other.endorsement),
            PersonRow(id: id, slot: own.slot, wrap: own.wrap, endorsement: other.endorsement),
            PersonRow(id: id, slot: own.slot, wrap: wrap, endorsement: own.endorsement),
        ] {
            try office.tamper { try $0.setPerson(row) }
            #expect(throws: VaultError.tampered) { try office.open(person: "clerk") }
        }
        // A generation of one's own is not followed from the one that the passphrase knows.
        try office.tamper { store in
            try store.setPerson(forged)
            let own = GenerationRow(peopleKey: forger.pair.publicKey, signature: keys.signing.sign([]))
            try store.setGeneration(1, own)
        }
        #expect(throws: VaultError.tampered) { try office.open(person: "clerk") }
    }

    @Test func verifyingNamesARowThatWasDeletedExchangedOrAdded() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        let id = PersonSlot.personID(Array("clerk".utf8), at: desk.header.deskID)
        let row = try #require(try desk.store.person(id))
        let other = try #require(try desk.store.people().first { $0.id != id })
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        let stranger = PersonRow(id: Random.bytes(16), slot: row.slot, wrap: row.wrap, endorsement: row.endorsement)
        let swapped = PersonRow(id: id, slot: other.slot, wrap: row.wrap, endorsement: row.endorsement)
        for (fault, number) in [("missing", 3), ("changed", 3), ("unknown", nil)] as [(String, Int?)] {
            switch fault {
            case "missing": try desk.store.removePerson(id)
            case "changed": try desk.store.setPerson(swapped)
            default: try desk.store.setPerson(stranger)
            }
            let verified = try office.verify(desk)
            #expect(verified["ok"] as? Bool == false)
            #expect(verified["bad"] as? Int == number)
            let people = try #require(verified["people"] as? [[String: Any]])
            #expect(people.map { $0["fault"] as? String } == [fault])
            try desk.store.removePerson(stranger.id)
            try desk.store.setPerson(row)
        }
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func theFoldOfPeopleCanBeWrittenAndRead() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        for isRecoverable in [false, true] {
            if isRecoverable { _ = try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: desk) }
            let bytes = desk.caseload.people.bytes
            var reader = ByteReader(bytes[...])
            let read = try People(&reader)
            #expect(reader.rest.isEmpty)
            #expect(read.bytes == bytes)
            #expect(read.persons.map(\.name) == [Array(TestOffice.person.utf8), Array("clerk".utf8)])
            #expect((read.recovery != nil) == isRecoverable)
        }
    }

    @Test func theLogTellsWhoWasLetInAndWhoTriedInVain() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        _ = try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: desk)
        _ = try? office.tryRecovery(["A"], at: desk)
        try desk.lock()
        try office.unlock(desk)
        desk.close()
        for person in ["clerk", "nobody"] { _ = try? office.open(person: person, passphrase: "a wrong one") }
        desk = try office.open()
        try office.remove("clerk", at: desk)
        let log = try office.object(desk.log(nil))["entries"] as? [[String: Any]] ?? []
        let entries = Dictionary(grouping: log) { $0["type"] as? String ?? "" }
        #expect(entries["created"]?.first?["whom"] as? String == TestOffice.person)
        #expect(entries["person_added"]?.first?["whom"] as? String == "clerk")
        #expect(entries["person_added"]?.first?["roles"] as? [String] == ["statistics"])
        #expect(entries["person_removed"]?.first?["whom"] as? String == "clerk")
        #expect(entries["rekeyed"]?.first?["generation"] as? Int == 2)
        #expect(entries["recovery_made"]?.first?["needed"] as? Int == 2)
        #expect(entries["locked"]?.first?["idle"] as? Bool == false)
        #expect(entries["failed_unlock"]?.count == 2)
        #expect(entries["failed_unlock"]?.allSatisfy { $0["count"] as? Int == 1 && $0["last"] != nil } == true)
    }
}
