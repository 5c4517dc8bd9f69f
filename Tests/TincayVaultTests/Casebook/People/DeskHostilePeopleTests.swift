import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Rows of people that somebody without keys has changed, field by field.
struct DeskHostilePeopleTests {
    /// A desk's file with two people, shares for recovery and two generations of keys, closed; and the shares.
    private func office() throws -> (TestOffice, [String]) {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.add("leaver", #"["reports"]"#, at: desk)
        try office.add("clerk", #"["statistics"]"#, at: desk)
        let shares = try office.makeRecovery(#"{"shares": 2, "needed": 2}"#, at: desk)
        try office.remove("leaver", at: desk)
        desk.close()
        return (office, shares)
    }

    /// The first byte, the last byte and the borders of fields, as far as they are inside.
    private func places(_ borders: [Int], of bytes: [UInt8]) -> [Int] {
        (borders + [bytes.count - 1]).filter { $0 < bytes.count }
    }

    /// Bytes with one bit changed.
    private func flipped(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        var changed = bytes
        changed[place] ^= 0x40
        return changed
    }

    @Test func aFlipInAnyFieldOfAPersonsRowKeepsThePersonOut() throws {
        let (office, _) = try office()
        let original = office.bytes("desk")
        var rows: [PersonRow] = []
        var header: DeskHeader?
        try office.tamper { store in
            header = try DeskHeader(store.header())
            rows = try store.people()
        }
        let id = PersonSlot.personID(Array(TestOffice.person.utf8), at: try #require(header).deskID)
        let row = try #require(rows.first { $0.id == id })
        let slots = places([0, 1, 7, 8, 12, 16, 32, 64, 96, 127], of: row.slot).map {
            PersonRow(id: id, slot: flipped(row.slot, at: $0), wrap: row.wrap, endorsement: row.endorsement)
        }
        let wraps = places([0, 1, 17, 49, 81, 129, 465, 489, 490, 800], of: row.wrap).map {
            PersonRow(id: id, slot: row.slot, wrap: flipped(row.wrap, at: $0), endorsement: row.endorsement)
        }
        let endorsements = places([0, 24, 28, 32, 95], of: row.endorsement).map {
            PersonRow(id: id, slot: row.slot, wrap: row.wrap, endorsement: flipped(row.endorsement, at: $0))
        }
        for changed in slots + wraps + endorsements {
            office.write(original, to: "desk")
            try office.tamper { try $0.setPerson(changed) }
            do {
                try office.open().close()
                // The wraps that are for nobody may say what they like, but the ledger knows the row.
                Issue.record("it opened")
            } catch let error as VaultError {
                #expect([.badFormat, .tooNew, .tampered, .wrongKey].contains(error))
            }
        }
    }

    @Test func aFlipInAGenerationOrInTheRowOfTheSharesIsTampered() throws {
        let (office, shares) = try office()
        let original = office.bytes("desk")
        var rows: [GenerationRow] = []
        var header: DeskHeader?
        try office.tamper { store in
            rows = try store.generations()
            header = try DeskHeader(store.header())
        }
        #expect(rows.count == 2 && rows[0].seed.count == 72 && rows[1].seed.isEmpty)
        for (number, row) in rows.enumerated() {
            for place in places([0, 31, 32, 95, 96, 120], of: row.bytes) {
                office.write(original, to: "desk")
                let changed = try GenerationRow(flipped(row.bytes, at: place))
                try office.tamper { try $0.setGeneration(UInt32(number + 1), changed) }
                // The first generation's signature is nobody's, so nobody looks at it.
                if number == 0, (32..<96).contains(place) { continue }
                #expect(throws: VaultError.tampered, "\(number) \(place)") { try office.open() }
            }
        }
        for sql in [
            "DELETE FROM generation", "DELETE FROM generation WHERE number = 1",
            "UPDATE generation SET number = number + 5", "INSERT INTO generation VALUES (3, zeroblob(96))",
        ] as [StaticString] {
            office.write(original, to: "desk")
            try office.tamper { try $0.connection.execute(sql) }
            #expect(throws: VaultError.tampered, "\(sql)") { try office.open() }
        }
        let id = RecoverySlot.rowID(at: try #require(header).deskID)
        for place in [0, 1, 2, 8, 9, 10, 16, 20, 32, 64, 96, 143] {
            office.write(original, to: "desk")
            try office.tamper { store in
                let row = try #require(try store.person(id))
                try store.setPerson(
                    PersonRow(
                        id: id, slot: flipped(row.slot, at: place), wrap: row.wrap, endorsement: row.endorsement))
            }
            do {
                try office.recover(shares, person: "new", passphrase: "a new passphrase")
                Issue.record("they fit")
            } catch let error as VaultError {
                #expect([.badFormat, .tooNew, .tampered, .wrongKey].contains(error))
            }
            let desk = try office.open()
            #expect(try office.verify(desk)["ok"] as? Bool == false)
            desk.close()
        }
    }

    @Test func rowsOfWrongPassphrasesThatMakeNoSenseAreAnAnswer() throws {
        let (office, _) = try office()
        let original = office.bytes("desk")
        for size in [0, 1, 23, 25, 600] {
            office.write(original, to: "desk")
            try office.tamper { store in
                let id = try PersonSlot.personID(Array(TestOffice.person.utf8), at: DeskHeader(store.header()).deskID)
                try store.run("INSERT INTO failure (id, body) VALUES (?1, ?2)", id, Random.bytes(size))
            }
            #expect(throws: VaultError.badFormat) { try office.open() }
        }
        for body in [[UInt8](repeating: 0xff, count: 24), [UInt8](repeating: 0x7f, count: 24)] {
            office.write(original, to: "desk")
            try office.tamper { store in
                let id = try PersonSlot.personID(Array(TestOffice.person.utf8), at: DeskHeader(store.header()).deskID)
                try store.run("INSERT INTO failure (id, body) VALUES (?1, ?2)", id, body)
            }
            // Whatever the row says, the wait is never longer than the longest.
            _ = try? office.open().close()
            office.clock.milliseconds += 900_000
            try office.open().close()
        }
    }
}
