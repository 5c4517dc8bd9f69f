import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Locking a desk and unlocking it again.
struct DeskLockingTests {
    @Test func aLockedDeskAnswersNobodyUntilItsPersonIsBack() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        let id = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        try desk.lock()
        try desk.lock()
        #expect(throws: VaultError.locked) { try desk.list(nil) }
        #expect(throws: VaultError.locked) { try desk.card() }
        #expect(throws: VaultError.locked) { try desk.verify() }
        #expect(throws: VaultError.locked) { try desk.tick() }
        #expect(throws: VaultError.locked) { try office.file(#"{"told": "x"}"#, form: form, at: desk) }
        #expect(throws: (any Error).self) { try office.read(id, at: desk) }
        #expect(desk.caseload.known.count == 0)
        #expect(throws: VaultError.wrongKey) { try office.unlock(desk, passphrase: "a wrong one") }
        #expect(throws: VaultError.locked) { try desk.list(nil) }
        #expect(throws: VaultError.busy) { try office.open() }
        try office.unlock(desk)
        #expect(try office.read(id, at: desk)["id"] as? String == id)
        let types = try office.entries(desk).map(\.type)
        #expect(types == [.created, .unlocked, .filed, .locked, .failedUnlock, .unlocked, .read])
        desk.close()
        #expect(throws: VaultError.defect) { try office.unlock(desk) }
        #expect(throws: VaultError.defect) { try desk.lock() }
        #expect(throws: VaultError.defect) { try desk.tick() }
    }

    @Test func aDeskThatNobodyUsesLocksItself() throws {
        let office = try TestOffice()
        try office.create(setup: #"{"idle_seconds": 60, "kdf": {"memory_mib": 64, "passes": 2}}"#)
        let desk = try office.open()
        office.clock.run(seconds: 59)
        try desk.tick()
        #expect(throws: Never.self) { try desk.list(nil) }
        // Looking whether it is time is no use of the desk.
        office.clock.run(seconds: 59)
        try desk.tick()
        office.clock.run(seconds: 1)
        #expect(throws: VaultError.locked) { try desk.list(nil) }
        #expect(throws: VaultError.locked) { try desk.tick() }
        try office.unlock(desk)
        // The time that somebody sets has nothing to do with it.
        office.clock.advance(days: 1)
        try desk.tick()
        office.clock.run(seconds: 60)
        #expect(throws: VaultError.locked) { try desk.tick() }
        try office.unlock(desk)
        let locked = try office.entries(desk).filter { $0.type == .locked }
        #expect(locked.map(\.open) == [[2], [2]])
    }

    @Test(arguments: [9, 86_401]) func anIdleTimeOutsideItsBoundsIsRefused(seconds: Int) throws {
        let office = try TestOffice()
        #expect(throws: VaultError.invalidInput) { try office.create(setup: "{\"idle_seconds\": \(seconds)}") }
    }
}
