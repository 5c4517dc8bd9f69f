import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Desk files that somebody without keys has changed.
struct DeskHostileFileTests {
    /// A desk's file with two reports in it, closed.
    private func office(isSummedUp: Bool = false) throws -> TestOffice {
        let office = try TestOffice()
        let desk = try office.desk()
        try desk.keep(TestForms.triaging())
        let id = try office.file(#"{"told": "one"}"#, form: TestForms.plain(), at: desk)
        try office.record(id, #"{"type": "note", "text": "a note"}"#, at: desk)
        _ = try office.file(#"{"told": "two"}"#, form: TestForms.plain(), at: desk)
        if isSummedUp { try desk.keepSnapshot() }
        desk.close()
        return office
    }

    /// Opens the desk and uses everything in it; whatever is wrong must be an answer.
    private func use(_ office: TestOffice) throws {
        let desk = try office.open()
        defer { desk.close() }
        let triaging = try TestForms.triaging()
        for item in try office.cases(desk) {
            let id = item["id"] as? String ?? ""
            _ = try? office.read(id, at: desk)
            _ = try? office.record(id, #"{"type": "note", "text": "another"}"#, at: desk)
        }
        _ = try office.verify(desk)
        try office.collect([office.envelope(#"{"told": "three"}"#, form: triaging, to: desk)], at: desk)
    }

    /// Every blob of every table, cut short, emptied, flipped and lengthened.
    @Test func garbageInAnyColumnIsAnAnswer() throws {
        let office = try office(isSummedUp: true)
        let original = office.bytes("desk")
        let columns: [StaticString] = [
            "UPDATE desk SET header = ?1", "UPDATE desk SET setup = ?1", "UPDATE ledger SET head = ?1",
            "UPDATE person SET endorsement = ?1", "UPDATE generation SET body = ?1",
            "INSERT INTO failure (id, body) SELECT id, ?1 FROM person",
            "INSERT INTO failure (id, body) VALUES (?1, ?1)",
            "UPDATE person SET slot = ?1", "UPDATE person SET wrap = ?1", "UPDATE person SET id = ?1",
            "UPDATE ledger SET entry = ?1", "UPDATE ledger SET entry = ?1 WHERE number = 3",
            "UPDATE ledger SET key = ?1", "UPDATE body SET body = ?1", "UPDATE form SET body = ?1",
            "UPDATE form SET id = ?1", "UPDATE fold SET body = ?1", "UPDATE fold SET body = ?1 WHERE number = 2",
        ]
        for sql in columns {
            for size in [0, 24, 48, 96, 112, 144, 600] {
                office.write(original, to: "desk")
                try office.tamper { try $0.run(sql, Random.bytes(size)) }
                do { try use(office) } catch let error as VaultError {
                    #expect([.badFormat, .tooNew, .tampered, .wrongKey, .later].contains(error), "\(sql) \(size)")
                }
            }
        }
    }

    @Test func rowsThatAreGoneAreAnAnswer() throws {
        let office = try office()
        let original = office.bytes("desk")
        for (sql, expected) in [
            ("DELETE FROM desk", VaultError.badFormat), ("UPDATE ledger SET head = NULL", .tampered),
            ("DELETE FROM person", .wrongKey), ("DELETE FROM ledger", .tampered),
            ("UPDATE ledger SET key = NULL", nil),
            ("DELETE FROM body", nil), ("DELETE FROM form", nil), ("DROP TABLE body", .badFormat),
            ("DROP TABLE form", .badFormat), ("CREATE TABLE more (a)", .badFormat),
            ("CREATE TRIGGER t AFTER INSERT ON ledger BEGIN DELETE FROM body; END", .badFormat),
        ] as [(StaticString, VaultError?)] {
            office.write(original, to: "desk")
            try office.tamper { try $0.connection.execute(sql) }
            if let expected {
                #expect(throws: expected, "\(sql)") { try use(office) }
            } else {
                #expect(throws: Never.self, "\(sql)") { try use(office) }
            }
        }
    }

    @Test func aFileCutAnywhereOrFlippedAnywhereIsAnAnswer() throws {
        let office = try office(isSummedUp: true)
        let original = office.bytes("desk")
        for step in 0..<16 {
            var bytes = original
            if step % 2 == 0 {
                bytes.removeLast(bytes.count * step / 16 + 1)
            } else {
                for _ in 0..<8 {
                    let place = Int(Random.uniform(below: UInt32(bytes.count)))
                    bytes[place] ^= UInt8(truncatingIfNeeded: 1 + Random.uniform(below: 255))
                }
            }
            office.write(bytes, to: "desk")
            // Flips in unused bytes change nothing; anything else must be said and not crash.
            do { try use(office) } catch let error as VaultError {
                #expect(![.defect, .noMemory].contains(error))
            }
        }
    }

    @Test func aCaseWhoseKeysAreGoneIsSetAsideAndTheOthersStay() throws {
        let office = try office()
        try office.tamper { try $0.connection.execute("UPDATE ledger SET key = NULL WHERE number = 4") }
        let desk = try office.open()
        #expect(try office.cases(desk).count == 1)
        let verified = try office.verify(desk)
        #expect(verified["ok"] as? Bool == false)
        #expect(verified["bad"] as? Int == 4)
    }

    @Test func aCaseOfASnapshotWhoseKeysAreGoneIsListedAndCannotBeOpened() throws {
        let office = try office(isSummedUp: true)
        try office.tamper { try $0.connection.execute("UPDATE ledger SET key = NULL") }
        let desk = try office.open()
        let ids = try office.cases(desk).compactMap { $0["id"] as? String }
        #expect(ids.count == 2)
        for id in ids { #expect(throws: VaultError.tampered) { try office.read(id, at: desk) } }
        #expect(try office.verify(desk)["bad"] as? Int == 4)
    }

    @Test func aCaseWhoseBodyIsGoneOrSwappedIsTampered() throws {
        let office = try office()
        let original = office.bytes("desk")
        for sql in [
            "DELETE FROM body WHERE number = 4",
            "UPDATE body SET body = (SELECT b.body FROM body AS b WHERE b.number = 6) WHERE number = 4",
        ] as [StaticString] {
            office.write(original, to: "desk")
            try office.tamper { try $0.connection.execute(sql) }
            let desk = try office.open()
            let ids = try office.cases(desk).compactMap { $0["id"] as? String }
            #expect(ids.count == 2)
            let opened = ids.filter { (try? office.read($0, at: desk)) != nil }
            #expect(opened.count == 1, "\(sql)")
            #expect(try office.verify(desk)["ok"] as? Bool == false, "\(sql)")
            desk.close()
        }
    }

    @Test func aCaseWithTheKeyOfAnotherIsTampered() throws {
        let office = try office()
        try office.tamper { store in
            let other = try #require(try store.key(6))
            let own = try #require(try store.key(4))
            let mixed = Array(other.prefix(72) + own.dropFirst(72))
            try store.run("UPDATE ledger SET key = ?2 WHERE number = ?1", 4, mixed)
        }
        let desk = try office.open()
        let ids = try office.cases(desk).compactMap { $0["id"] as? String }
        #expect(ids.count == 2)
        #expect(ids.filter { (try? office.read($0, at: desk)) != nil }.count == 1)
    }
}
