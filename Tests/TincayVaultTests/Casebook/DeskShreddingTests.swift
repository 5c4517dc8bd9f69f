import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Destroying reports.
struct DeskShreddingTests {
    @Test func aShreddedReportIsGoneAndTheLedgerHolds() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.plain()
        let id = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        let other = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        try office.record(id, #"{"type": "note", "text": "a note"}"#, at: desk)
        try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
        for isReopened in [false, true] {
            if isReopened {
                desk.close()
                desk = try office.open()
            }
            #expect(throws: VaultError.notFound) { try office.read(id, at: desk) }
            #expect(throws: VaultError.notFound) { try desk.shred(Array(id.utf8), reason: Array("x".utf8)) }
            #expect(throws: VaultError.notFound) {
                try office.record(id, #"{"type": "note", "text": "x"}"#, at: desk)
            }
            #expect(throws: VaultError.notFound) { try office.list(desk, #"{"after": "\#(id)"}"#) }
            #expect(try office.cases(desk).map { $0["id"] as? String } == [other])
            #expect(try office.verify(desk)["ok"] as? Bool == true)
        }
    }

    @Test func nothingOpensAShreddedReportEvenWithEveryKeyOfTheDesk() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        for index in 0..<120 { _ = try office.file("{\"told\": \"\(index)\"}", form: form, at: desk) }
        let id = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        for index in 0..<120 { _ = try office.file("{\"told\": \"\(index)\"}", form: form, at: desk) }
        try office.record(id, #"{"type": "note", "text": "a note"}"#, at: desk)
        let report = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let number = try #require(desk.caseload.known[report]).number
        let row = try #require(try desk.store.key(number))
        let keys = try desk.unlocked()
        let header = desk.header
        // In the file before, so that the search below would find it.
        try desk.store.forget()
        #expect(office.everyByte.range(of: Data(row)) != nil)
        try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
        for _ in 0..<2 {
            let bytes = office.everyByte
            for start in stride(from: 0, to: row.count - 24, by: 24) {
                #expect(bytes.range(of: Data(row[start..<start + 24])) == nil)
            }
            desk.close()
        }
        try office.tamper { store in
            #expect(try store.body(number) == nil)
            let left = try #require(try store.key(number))
            #expect(left == [UInt8](repeating: 0, count: CaseKeys.size))
            #expect(throws: VaultError.tampered) {
                _ = try CaseKeys.report(in: left, id: report, header: header, keys: keys)
            }
            var details = CaseDetailReader(store, header, keys)
            let entry = try LedgerChain.open(
                #require(try store.entry(number)), number: number, header: header, keys: keys)
            #expect(entry.type == .filed)
            #expect(try details.read(entry, filed: number) == nil)
        }
    }

    @Test func whatWasDoneAboutAShreddedReportIsGoneToo() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        let id = try office.file(#"{"told": "CANARY", "child": "CANARY", "danger": "Y"}"#, form: form, at: desk)
        let other = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        for event in [
            #"{"type": "note", "text": "CANARY note"}"#, #"{"type": "assigned", "person": "CANARY person"}"#,
            #"{"type": "need", "need": "MEDICAL_FORENSIC", "reason": "CANARY"}"#,
            #"{"type": "service", "service": "SVC-MEDFOR", "status": "SENT", "reason": "CANARY"}"#,
            #"{"type": "step", "step": "4", "form": "M02", "reason": "CANARY"}"#,
            #"{"type": "verification", "result": "FALSE_KNOWING", "reason": "CANARY"}"#,
            #"{"type": "urgency", "urgency": "U4", "reason": "CANARY"}"#,
            #"{"type": "link", "with": "\#(other)", "kind": "SIBLING", "reason": "CANARY"}"#,
            #"{"type": "status", "status": "CLOSED", "outcome": "DECEASED", "reason": "CANARY"}"#,
        ] { try office.record(id, event, at: desk) }
        _ = try desk.export(Array(id.utf8), what: Array("M01".utf8))
        let report = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let number = try #require(desk.caseload.known[report]).number
        let row = try #require(try desk.store.key(number))
        try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
        #expect(office.everyByte.range(of: Data(row[4..<40])) == nil)
        // Whoever kept the desk's keys opens every entry, and finds nothing in it.
        let keys = try desk.unlocked()
        var details = CaseDetailReader(desk.store, desk.header, keys)
        var about = 0
        for place in 1...desk.chain.number {
            let sealed = try #require(try desk.store.entry(place))
            let entry = try LedgerChain.open(sealed, number: place, header: desk.header, keys: keys)
            let bytes = Data(entry.bytes)
            for word in ["CANARY", "SVC-MEDFOR", "MEDICAL", "FALSE_KNOWING", "DECEASED", "M01"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(entry.type.name) \(word)")
            }
            guard entry.report == report else { continue }
            about += 1
            #expect(try details.read(entry, filed: number) == nil)
        }
        #expect(about == 12)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        // The other case still says that there was one, and no more.
        let links = try #require(try office.work(other, at: desk)["links"] as? [[String: Any]])
        #expect(links.map { $0["with"] as? String } == [id])
        try office.record(other, #"{"type": "unlink", "with": "\#(id)"}"#, at: desk)
    }

    @Test func theReasonStaysInTheLedger() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
        let number = desk.chain.number
        let entry = try LedgerChain.open(
            #require(try desk.store.entry(number)), number: number, header: desk.header, keys: desk.unlocked())
        #expect(entry.type == .shredded)
        #expect(try ShredCertificate(entry.open).reason == Array("hết thời hạn lưu".utf8))
        #expect(entry.report?.hexadecimal == Array(id.utf8))
    }

    @Test func aReasonMustBeSaidAndMayNotBeLong() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        for reason in [[], [UInt8](repeating: 0x78, count: 1001)] {
            #expect(throws: VaultError.tooLarge) { try desk.shred(Array(id.utf8), reason: reason) }
        }
        #expect(throws: VaultError.invalidInput) { try desk.shred(Array(id.utf8), reason: [0xff]) }
        #expect(try office.list(desk)["total"] as? Int == 1)
    }

    @Test func aShreddedReportThatComesAgainIsCoveredAndStaysGone() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)
        try office.collect([envelope], at: desk)
        let id = try #require(Envelope.identifier(of: envelope))
        try desk.shred(id.hexadecimal, reason: Array("x".utf8))
        let receipt = try office.collect([envelope], at: desk)
        #expect(receipt.covered == [id])
        #expect(try office.list(desk)["total"] as? Int == 0)
    }

    @Test(arguments: [false, true])
    func aReportWhoseKeysWereLostIsWelcomeAgain(isSummedUp: Bool) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)
        try office.collect([envelope], at: desk)
        if isSummedUp { try desk.keepSnapshot() }
        desk.close()
        try office.tamper { try $0.connection.execute("UPDATE ledger SET key = NULL") }
        let again = try office.open()
        #expect(try office.list(again)["total"] as? Int == (isSummedUp ? 1 : 0))
        #expect(try office.collect([envelope], at: again).covered.count == 1)
        #expect(try office.list(again)["total"] as? Int == 1)
        #expect(try office.verify(again)["ok"] as? Bool == true)
        let id = try #require(Envelope.identifier(of: envelope))
        #expect(try office.read(String(decoding: id.hexadecimal, as: UTF8.self), at: again)["sections"] != nil)
    }
}
