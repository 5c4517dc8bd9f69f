import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// The ledger: what it shows of those who change it.
struct DeskLedgerTests {
    /// A desk with a few entries, closed.
    private func office() throws -> TestOffice {
        let office = try TestOffice()
        let desk = try office.desk()
        for told in ["one", "two", "three"] {
            _ = try office.file("{\"told\": \"\(told)\"}", form: TestForms.plain(), at: desk)
        }
        desk.close()
        return office
    }

    @Test(
        arguments: [
            "UPDATE ledger SET entry = zeroblob(length(entry)) WHERE number = 3",
            "UPDATE ledger SET entry = (SELECT entry FROM ledger WHERE number = 4) WHERE number = 3",
            "DELETE FROM ledger WHERE number = 3", "DELETE FROM ledger WHERE number = 1",
            "DELETE FROM ledger WHERE number = 5", "DELETE FROM ledger WHERE number > 2",
            "UPDATE ledger SET number = 9 WHERE number = 5", "UPDATE ledger SET number = -number",
            "INSERT INTO ledger (number, entry) SELECT 6, entry FROM ledger WHERE number = 5",
            "UPDATE ledger SET number = number + 1000000 WHERE number = 5",
        ] as [StaticString])
    func aChangedDeletedAddedOrMovedEntryKeepsTheDeskShut(sql: StaticString) throws {
        let office = try office()
        try office.tamper { try $0.connection.execute(sql) }
        #expect(throws: VaultError.tampered) { try office.open() }
    }

    @Test func entriesInAnotherOrderKeepTheDeskShut() throws {
        let office = try office()
        try office.tamper { store in
            try store.connection.execute("UPDATE ledger SET number = 99 WHERE number = 3")
            try store.connection.execute("UPDATE ledger SET number = 3 WHERE number = 4")
            try store.connection.execute("UPDATE ledger SET number = 4 WHERE number = 99")
        }
        #expect(throws: VaultError.tampered) { try office.open() }
    }

    @Test func anEndOfEarlierKeepsTheDeskShutUnlessTheEntriesGoToo() throws {
        let office = try office()
        var head: [UInt8] = []
        try office.tamper { head = try $0.end() }
        let desk = try office.open()
        let earlier = try #require(try office.verify(desk)["head"] as? [String: Any])["number"] as? Int
        desk.close()
        #expect(earlier == 6)
        try office.tamper { try $0.setLastEnd(head) }
        #expect(throws: VaultError.tampered) { try office.open() }
        // Only a receipt elsewhere can tell that the last entries are gone together with their head.
        try office.tamper { store in
            try store.connection.execute("DELETE FROM ledger WHERE number = 6")
            try store.setLastEnd(head)
        }
        #expect(throws: Never.self) { try office.open() }
    }

    @Test func anEndThatNobodyWroteKeepsTheDeskShut() throws {
        let office = try office()
        var head: [UInt8] = []
        try office.tamper { head = try $0.end() }
        for place in [0, 8, 39, 40, 71] {
            var forged = head
            forged[place] ^= 1
            try office.tamper { try $0.setLastEnd(forged) }
            #expect(throws: VaultError.tampered) { try office.open() }
        }
    }

    @Test func anotherDesksLedgerKeepsTheDeskShut() throws {
        let office = try office()
        try office.create("second")
        var rows: [[UInt8]] = []
        var head: [UInt8] = []
        try office.tamper("second") { store in
            try store.walk { (_, row) throws(VaultError) in
                rows.append(row)
                return true
            }
            head = try store.end()
        }
        try office.tamper { store in
            try store.connection.execute("DELETE FROM ledger")
            for (place, row) in rows.enumerated() { try store.addEntry(Int64(place + 1), row) }
            try store.setLastEnd(head)
        }
        #expect(throws: VaultError.tampered) { try office.open() }
    }

    @Test func verifyingNamesTheFirstEntryThatDoesNotHold() throws {
        for (sql, bad) in [
            ("UPDATE ledger SET entry = zeroblob(400) WHERE number = 3", 3),
            ("DELETE FROM ledger WHERE number = 2", 2), ("DELETE FROM ledger WHERE number = 6", 6),
            ("DELETE FROM ledger", 1), ("INSERT INTO ledger (number, entry) VALUES (7, zeroblob(400))", 7),
            ("UPDATE body SET body = zeroblob(400) WHERE number = 4", 4),
        ] as [(StaticString, Int)] {
            let office = try office()
            let desk = try office.open()
            #expect(try office.verify(desk)["ok"] as? Bool == true)
            try desk.store.connection.execute(sql)
            let verified = try desk.verify()
            #expect(!verified.ok)
            #expect(try office.object(verified.result)["bad"] as? Int == bad, "\(sql)")
        }
    }

    @Test(arguments: [0, 2, 60, 300, 459]) func verifyingFindsKeysThatDoNotOpen(place: Int) throws {
        let office = try office()
        let desk = try office.open()
        var key = try #require(try desk.store.key(4))
        key[place] ^= 1
        try desk.store.replaceKey(4, key)
        #expect(try office.verify(desk)["bad"] as? Int == 4)
        key[place] ^= 1
        try desk.store.replaceKey(4, key)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func verifyingFindsKeysThatWereExchanged() throws {
        let office = try office()
        let desk = try office.open()
        let keys = (try #require(try desk.store.key(3)), try #require(try desk.store.key(5)))
        try desk.store.replaceKey(3, keys.1)
        try desk.store.replaceKey(5, keys.0)
        #expect(try office.verify(desk)["bad"] as? Int == 3)
    }

    @Test(arguments: ["UPDATE form SET body = zeroblob(length(body))", "DELETE FROM form"] as [StaticString])
    func verifyingFindsAFormThatIsGoneAndKeepingItOnceMoreMendsIt(sql: StaticString) throws {
        let office = try office()
        let form = try TestForms.plain()
        let desk = try office.open()
        try desk.keep(form)
        let number = Int(desk.chain.number)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        try desk.store.connection.execute(sql)
        #expect(try office.verify(desk)["bad"] as? Int == number)
        try desk.keep(form)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        desk.close()
        let again = try office.open()
        #expect(try again.form(Hash.digest(form.source)) != nil)
        let entries = again.chain.number
        try again.keep(form)
        #expect(again.chain.number == entries)
    }

    @Test func verifyingSeesThatTheWholeFileWentBack() throws {
        let office = try office()
        let desk = try office.open()
        let head = try desk.store.end()
        _ = try office.file(#"{"told": "four"}"#, form: TestForms.plain(), at: desk)
        try desk.store.connection.execute("DELETE FROM ledger WHERE number = 7")
        try desk.store.setLastEnd(head)
        let verified = try office.verify(desk)
        #expect(verified["ok"] as? Bool == false)
        #expect(verified["bad"] as? Int == 7)
    }

    @Test func theHeadThatVerifyingGivesIsTheOneInReceipts() throws {
        let office = try office()
        let desk = try office.open()
        let receipt = try office.collect([Envelope.noise(size: TestOffice.slotSize)], at: desk)
        let head = try #require(try office.verify(desk)["head"] as? [String: Any])
        #expect(head["number"] as? Int == Int(receipt.ledgerNumber))
        #expect(head["hash"] as? String == String(decoding: Hexadecimal.text(receipt.ledgerHash), as: UTF8.self))
        #expect(receipt.verify(with: desk.header.signKey))
    }

    @Test func entriesAreOfOneSizeWhateverIsNoted() throws {
        let office = try office()
        let desk = try office.open()
        let id = try #require(try office.cases(desk).first?["id"] as? String)
        for text in ["a", String(repeating: "ă", count: 20)] {
            try office.record(id, "{\"type\": \"note\", \"text\": \"\(text)\"}", at: desk)
        }
        let last = desk.chain.number
        #expect(try desk.store.entry(last)?.count == desk.store.entry(last - 1)?.count)
    }
}

extension CasebookStore {
    /// Puts an end into the row that is the last one now.
    func setLastEnd(_ body: [UInt8]) throws {
        let last = try connection.integer(of: "SELECT max(number) FROM ledger")
        try setEnd(body, at: last)
    }
}
