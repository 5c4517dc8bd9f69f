import Foundation
import Testing
import TincayCrypto
import TincayIntake
import TincaySQLite

@testable import TincayVault

/// Creating desks and unlocking them.
struct DeskOpeningTests {
    @Test func aNewDeskHasItsNameOnItsCardAndNoCases() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let document = try JSONDocument(parsing: desk.card(), limits: .any)
        #expect(try Card.read(document.root).recipient.name == Array("Bàn tư vấn".utf8))
        #expect(try office.list(desk)["total"] as? Int == 0)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func aWrongPassphraseAndAnUnknownPersonAnswerAlike() throws {
        let office = try TestOffice()
        try office.create()
        #expect(throws: VaultError.wrongKey) { try office.open(passphrase: "correct horse batterz") }
        #expect(throws: VaultError.wrongKey) { try office.open(person: "nobody") }
        #expect(throws: VaultError.wrongKey) { try office.open(passphrase: "") }
        #expect(throws: Never.self) { try office.open() }
    }

    @Test func creatingNeverOverwrites() throws {
        let office = try TestOffice()
        try office.create()
        let before = office.bytes("desk")
        #expect(throws: VaultError.exists) { try office.create() }
        office.write(Array("something else".utf8), to: "other")
        #expect(throws: VaultError.exists) { try office.create("other") }
        #expect(office.bytes("desk") == before)
        #expect(office.bytes("other") == Array("something else".utf8))
    }

    @Test func aDeskThatCannotBeCreatedLeavesNoFile() throws {
        let office = try TestOffice()
        for (person, passphrase) in [
            ("", "long enough"), ("a", "seven77"), (String(repeating: "a", count: 201), "12345678"),
        ] {
            #expect(throws: VaultError.tooLarge) { try office.create(person: person, passphrase: passphrase) }
        }
        for setup in [
            #"{"nam": "x"}"#, #"{"name": 1}"#, "[]", #"{"kdf": {"memory_mib": 63}}"#,
            #"{"kdf": {"memory_mib": 1025}}"#, #"{"kdf": {"passes": 1}}"#, #"{"kdf": {"passes": 11}}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try office.create(setup: setup) }
        }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try office.create(setup: "{") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder).isEmpty)
    }

    @Test func whatIsNotADeskIsRefusedAndLeftAlone() throws {
        let office = try TestOffice()
        #expect(throws: VaultError.notFound) { try office.open() }
        for content in [Array("no database at all".utf8), [UInt8](repeating: 0, count: 8192)] {
            office.write(content, to: "desk")
            #expect(throws: VaultError.badFormat) { try office.open() }
            #expect(office.bytes("desk") == content)
        }
        let foreign = try Connection(path: office.path("foreign"), mode: .create)
        try foreign.execute("CREATE TABLE t (a)")
        foreign.close()
        let before = office.bytes("foreign")
        #expect(throws: VaultError.badFormat) { try office.open("foreign") }
        #expect(office.bytes("foreign") == before)
    }

    @Test func aSecondOpeningIsBusyAndHarmsNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.busy) { try office.open() }
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        desk.close()
        let again = try office.open()
        #expect(try office.cases(again).map { $0["id"] as? String } == [id])
    }

    @Test func aClosedDeskDoesNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        desk.close()
        desk.close()
        #expect(throws: VaultError.defect) { try desk.list(nil) }
        #expect(throws: VaultError.defect) { try desk.card() }
        #expect(throws: VaultError.defect) { try desk.verify() }
        #expect(throws: VaultError.defect) { try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk) }
    }

    @Test func everyUnlockingIsAnEntry() throws {
        let office = try TestOffice()
        try office.create()
        for count in 2...4 {
            let desk = try office.open()
            #expect(try office.verify(desk)["entries"] as? Int == count)
            desk.close()
        }
    }

    @Test(arguments: [(UInt32(63), UInt32(2)), (64, 1), (1025, 2), (64, 11), (.max, .max), (0, 0), (4096, 10)])
    func aSlotThatAsksForTooLittleOrTooMuchIsRefusedUnderived(memory: UInt32, passes: UInt32) throws {
        let office = try TestOffice()
        try office.create()
        try office.tamper { store in
            let id = try PersonSlot.personID(
                Array(TestOffice.person.utf8), at: DeskHeader(store.header()).deskID)
            var slot = try #require(try store.person(id)).slot
            for place in 0..<4 {
                slot[8 + place] = UInt8(truncatingIfNeeded: memory >> UInt32(place * 8))
                slot[12 + place] = UInt8(truncatingIfNeeded: passes >> UInt32(place * 8))
            }
            try store.run("UPDATE person SET slot = ?1", slot)
        }
        #expect(throws: VaultError.badFormat) { try office.open() }
    }

    @Test func aSlotMovedToAnotherPersonOrDeskDoesNotOpen() throws {
        let office = try TestOffice()
        try office.create()
        try office.create("second")
        var slot: [UInt8] = []
        var wrap: [UInt8] = []
        try office.tamper { store in
            let id = try PersonSlot.personID(
                Array(TestOffice.person.utf8), at: DeskHeader(store.header()).deskID)
            let row = try #require(try store.person(id))
            (slot, wrap) = (row.slot, row.wrap)
        }
        try office.tamper("second") { try $0.run("UPDATE person SET slot = ?1, wrap = ?2", slot, wrap) }
        #expect(throws: VaultError.wrongKey) { try office.open("second") }
    }

    @Test func aFileOfANewerLayoutIsToldApart() throws {
        let office = try TestOffice()
        try office.create()
        try office.tamper { try $0.connection.setUserVersion(CasebookStore.version + 1) }
        #expect(throws: VaultError.tooNew) { try office.open() }
        try office.create("second")
        try office.tamper("second") { store in
            var header = try store.header()
            header[1] = 2
            try store.run("UPDATE desk SET header = ?1", header)
        }
        #expect(throws: VaultError.tooNew) { try office.open("second") }
    }
}
