import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Wrong passphrases, and having to wait after them.
struct DeskFailedUnlockTests {
    @Test(arguments: [TestOffice.person, "nobody"]) func theWaitGrowsWithEveryWrongOne(person: String) throws {
        let office = try TestOffice()
        try office.create()
        for _ in 0..<3 {
            #expect(throws: VaultError.wrongKey) { try office.open(person: person, passphrase: "a wrong one") }
        }
        for seconds in [1, 2, 4] as [Int64] {
            office.clock.milliseconds += seconds * 1000 - 1
            #expect(throws: VaultError.later) { try office.open(person: person) }
            office.clock.milliseconds += 1
            #expect(throws: VaultError.wrongKey) { try office.open(person: person, passphrase: "a wrong one") }
        }
        // Others do not wait, and do not make anybody's wait shorter.
        if person != TestOffice.person { try office.open().close() }
        #expect(throws: VaultError.later) { try office.open(person: person) }
    }

    @Test func theWaitIsNeverLongerThanAQuarterOfAnHour() throws {
        var failures = FailedUnlocks(at: Moment(milliseconds: 0))
        for _ in 0..<100 { failures.add(at: Moment(milliseconds: 0)) }
        #expect(!failures.isOver(at: Moment(milliseconds: 899_999)))
        #expect(failures.isOver(at: Moment(milliseconds: 900_000)))
        var extreme = ByteWriter()
        for _ in 0..<24 { extreme.append([0xff]) }
        #expect(try FailedUnlocks(extreme.bytes).isOver(at: Moment(milliseconds: 1_000_000)))
        extreme = ByteWriter()
        extreme.append(number: UInt32.max)
        extreme.append(number: UInt32(0))
        extreme.append(number: UInt64(0))
        extreme.append(number: UInt64(bitPattern: Int64.max))
        var last = try FailedUnlocks(extreme.bytes)
        last.add(at: Moment(milliseconds: 5))
        #expect(try !FailedUnlocks(extreme.bytes).isOver(at: Moment(milliseconds: .max)))
    }

    @Test func aTryInTheFutureCountsAsNow() throws {
        let office = try TestOffice()
        try office.create()
        for _ in 0..<4 {
            _ = try? office.open(passphrase: "a wrong one")
            office.clock.milliseconds += 1000
        }
        office.clock.advance(days: -30)
        #expect(throws: VaultError.later) { try office.open() }
        office.clock.milliseconds += 2000
        #expect(throws: Never.self) { try office.open() }
    }

    @Test func wrongOnesAreEnteredOnceAtTheNextUnlocking() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        desk.close()
        for person in ["clerk", "nobody", "clerk"] {
            #expect(throws: VaultError.wrongKey) { try office.open(person: person, passphrase: "a wrong one") }
            office.clock.milliseconds += 1000
        }
        for count in [2, 2, 3] {
            if count == 3 {
                #expect(throws: VaultError.wrongKey) { try office.open(person: "clerk", passphrase: "a wrong one") }
                office.clock.milliseconds += 1000
            }
            desk = try office.open()
            let failed = try office.entries(desk).filter { $0.type == .failedUnlock }
            #expect(failed.count == count)
            let clerk = PersonSlot.personID(Array("clerk".utf8), at: desk.header.deskID)
            #expect(failed.first { $0.open.starts(with: clerk) }?.open[16] == 2)
            desk.close()
        }
        // It counts on for whoever gets it wrong, until that person gets it right.
        var failures: FailedUnlocks?
        try office.tamper { store in
            let clerk = try PersonSlot.personID(Array("clerk".utf8), at: DeskHeader(store.header()).deskID)
            failures = try store.failures(of: clerk)
        }
        #expect(failures?.count == 3)
        office.clock.milliseconds += 1000
        try office.open(person: "clerk").close()
        var left: [[UInt8]] = []
        try office.tamper { left = try $0.failures().map(\.id) }
        #expect(left.count == 1)
    }

    @Test func aRightOneIsNotCountedThoughTheDeskStaysShut() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        _ = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        desk.close()
        try office.tamper { try $0.connection.execute("DELETE FROM ledger WHERE number = 2") }
        for _ in 0..<6 { #expect(throws: VaultError.tampered) { try office.open() } }
        var counts: [UInt32] = []
        try office.tamper { counts = try $0.failures().map(\.failures.count) }
        #expect(counts == [0])
    }

    @Test func namesOfNobodyAreForgottenBeforeThoseOfPeople() throws {
        let office = try TestOffice()
        try office.create()
        _ = try? office.open(passphrase: "a wrong one")
        try office.tamper { store in
            let now = Moment(milliseconds: 1)
            for _ in 0..<400 { try store.setFailures(FailedUnlocks(at: now), of: Random.bytes(16)) }
            #expect(try store.failures().count == 256)
            let own = try PersonSlot.personID(Array(TestOffice.person.utf8), at: DeskHeader(store.header()).deskID)
            #expect(try store.failures(of: own)?.count == 1)
        }
        #expect(throws: Never.self) { try office.open() }
    }
}
