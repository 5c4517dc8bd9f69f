import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Taking people out.
struct DeskRekeyingTests {
    /// Answers with who the child is.
    private static let answers = #"{"told": "x", "child": "Bé", "danger": "Y"}"#

    /// Whether something opens.
    private func opens(_ body: () throws -> Void) -> Bool {
        do { try body() } catch { return false }
        return true
    }

    @Test func nothingInTheFileOpensWithTheKeysOfWhoWasTakenOut() throws {
        let office = try TestOffice()
        let first = try office.desk()
        let form = try TestForms.triaging()
        try first.keep(form)
        let id = try office.file(Self.answers, form: form, at: first)
        try office.record(id, #"{"type": "note", "text": "a note"}"#, at: first)
        try office.add("leaver", #"["reports", "identities", "intake", "people"]"#, at: first)
        first.close()

        // What the leaver had in hand, and can keep.
        let leaver = try office.open(person: "leaver")
        let old = try leaver.unlocked()
        let header = leaver.header
        let report = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let number = try #require(leaver.caseload.known[report]).number
        let formID = try leaver.formID(Hash.digest(form.source), old)
        let own = try #require(try leaver.store.person(PersonSlot.personID(Array("leaver".utf8), at: header.deskID)))
        leaver.close()
        try office.tamper { store in
            let row = try #require(try store.key(number))
            #expect(opens { _ = try CaseKeys.report(in: row, id: report, header: header, keys: old) })
        }

        let desk = try office.open()
        let before = try office.verify(desk)["entries"] as? Int
        try office.remove("leaver", at: desk)
        let now = try desk.unlocked()
        #expect(now.ring.generation == 2)
        #expect(now.signing.publicKey == old.signing.publicKey)
        let left = office.everyByte
        for bytes in [[UInt8](own.slot.suffix(48)), [UInt8](own.wrap.dropFirst(17)), own.endorsement] {
            for start in stride(from: 0, to: bytes.count - 24, by: 24) {
                #expect(left.range(of: Data(bytes[start..<start + 24])) == nil)
            }
        }
        let verified = try office.verify(desk)
        #expect(verified["ok"] as? Bool == true)
        #expect(try #require(verified["entries"] as? Int) == (before ?? 0) + 2)
        let end = desk.chain.number
        desk.close()
        #expect(throws: VaultError.wrongKey) { try office.open(person: "leaver") }
        try office.tamper { store in
            for number in 1...end {
                let row = try #require(try store.entry(number))
                #expect(!opens { _ = try LedgerChain.open(row, number: number, header: header, keys: old) })
            }
            let row = try #require(try store.key(number))
            #expect(!opens { _ = try CaseKeys.report(in: row, id: report, header: header, keys: old) })
            var key = try SecretBytes(count: 32)
            #expect(!opens { try CaseKeys.detail(in: row, into: &key, id: report, header: header, keys: old) })
            #expect(try store.form(formID) == nil)
            #expect(!opens { _ = try DeskProfile.open(store.setup(), header: header, key: old.setup) })
            for person in try store.people() {
                #expect(
                    !opens {
                        _ = try Endorsement(
                            opening: person.endorsement, person: person.id, header: header, key: old.endorsement)
                    })
            }
            let sealing = try IntakeKey.sealing(of: old.ring.seed(.intake))
            for (place, generation) in try store.generations().enumerated() where !generation.seed.isEmpty {
                let associated = GenerationRow.associated(UInt32(place + 1), header)
                #expect(!opens { _ = try SealedRow.open(generation.seed[...], associated: associated, key: sealing) })
            }
        }
        // Everything is there for whoever stays.
        let again = try office.open()
        let read = try office.read(id, at: again)
        #expect((read["sections"] as? [String: [String: Any]])?["identity"]?["child"] as? String == "Bé")
        #expect((read["history"] as? [[String: Any]])?.contains { $0["text"] as? String == "a note" } == true)
        #expect(try again.form(Hash.digest(form.source)) != nil)
        #expect(try office.verify(again)["ok"] as? Bool == true)
    }

    @Test func whoStaysComesInWithTheOldPassphraseAndOnlyTheOwnRoles() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.triaging()
        try office.add("leaver", #"["reports"]"#, at: desk)
        try office.add("clerk", #"["statistics"]"#, at: desk, passphrase: "the clerk's own")
        let shares = try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: desk)
        let oldCard = try desk.card()
        let item = try office.envelope(Self.answers, form: form, to: desk)
        let bundle = try office.bundle([item], to: desk)
        for (person, count) in [("leaver", 2), ("clerk", 1)] {
            try office.remove(person, at: desk)
            #expect(try office.people(desk).count == count)
            #expect(throws: VaultError.notFound) { try office.remove(person, at: desk) }
            #expect(try office.tryRecovery(Array(shares.prefix(2)), at: desk).fits)
            desk.close()
            if person == "leaver" {
                desk = try office.open(person: "clerk", passphrase: "the clerk's own")
                #expect(try desk.unlocked().roles == [])
                desk.close()
            }
            desk = try office.open()
            #expect(try office.verify(desk)["ok"] as? Bool == true)
        }
        // What was sealed to an earlier card is still taken in, and points get the new one.
        #expect(try desk.card() != oldCard)
        #expect(try office.collect(bundle: bundle, at: desk).covered.count == 1)
        let next = try office.envelope(Self.answers, form: form, to: desk)
        #expect(try office.collect([next, item], at: desk).covered.count == 2)
        #expect(throws: VaultError.invalidInput) { try office.remove(TestOffice.person, at: desk) }
        #expect(throws: VaultError.notFound) { try office.remove("nobody", at: desk) }
        // A passphrase that was set in the third generation starts from there.
        try office.change(TestOffice.passphrase, to: "another one", at: desk)
        desk.close()
        desk = try office.open(passphrase: "another one")
        #expect(try desk.unlocked().ring.generation == 3)
    }

    @Test func aFullDiskLeavesEverythingAsItWas() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.plain()
        for index in 0..<40 { _ = try office.file("{\"told\": \"\(index)\"}", form: form, at: desk) }
        try office.add("leaver", #"["reports"]"#, at: desk)
        let pages = try desk.store.connection.integer(of: "PRAGMA page_count")
        desk.close()
        for more in 1...3 {
            guard let limited = try? office.open(pageLimit: Int(pages) + more) else { continue }
            var isFull = false
            while !isFull { isFull = (try? office.file(#"{"told": "x"}"#, form: form, at: limited)) == nil }
            let isOut = (try? office.remove("leaver", at: limited)) != nil
            #expect(try limited.unlocked().ring.generation == (isOut ? 2 : 1))
            limited.close()
            desk = try office.open()
            #expect(try office.verify(desk)["ok"] as? Bool == true)
            #expect(try office.people(desk).count == (isOut ? 1 : 2))
            let id = try #require(try office.cases(desk).first?["id"] as? String)
            #expect(try office.read(id, at: desk)["id"] as? String == id)
            desk.close()
            guard !isOut else { return }
            try office.open(person: "leaver").close()
        }
    }

    @Test func aRowThatNobodyLetInDoesNotStandInTheWayAndOneThatWasChangedDoes() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        for person in ["leaver", "clerk"] { try office.add(person, #"["statistics"]"#, at: desk) }
        let clerk = PersonSlot.personID(Array("clerk".utf8), at: desk.header.deskID)
        let row = try #require(try desk.store.person(clerk))
        let swapped = PersonRow(id: clerk, slot: row.slot, wrap: row.wrap, endorsement: Random.bytes(112))
        try desk.store.setPerson(swapped)
        #expect(throws: VaultError.tampered) { try office.remove("leaver", at: desk) }
        #expect(try desk.unlocked().ring.generation == 1)
        // Whose row it is can be taken out, and let in again.
        let stranger = PersonRow(id: Random.bytes(16), slot: row.slot, wrap: row.wrap, endorsement: row.endorsement)
        try desk.store.setPerson(stranger)
        try office.remove("clerk", at: desk)
        try office.remove("leaver", at: desk)
        #expect(try desk.store.people().count == 1)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }
}
