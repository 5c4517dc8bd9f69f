import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Filing, reading and working cases.
struct DeskCaseTests {
    @Test func aCounsellorsOwnReportIsFiledWithItsNumberInTheResult() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let answers = Array(#"{"profile": "K", "told": "x", "concerns": ["V", "S"], "worried": "Y"}"#.utf8)
        let filed = try answers.withUnsafeBytes {
            try unsafe desk.file(TestForms.triaging(), answers: $0, language: Array("en".utf8))
        }
        let id = try #require(filed.id)
        let result = try office.object(filed.result)
        #expect(result["id"] as? String == String(decoding: id.hexadecimal, as: UTF8.self))
        #expect(result["accepted"] as? Bool == true)
        let item = try #require(try office.cases(desk).first)
        #expect(item["point"] is NSNull)
        #expect(item["form"] as? String == "triaging")
        #expect(item["version"] as? String == "1")
        #expect((item["facets"] as? [String: Any])?["concerns"] as? [String] == ["V", "S"])
    }

    @Test func aReportThatTheFormRefusesIsNotFiled() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let entries = desk.chain.number
        let answers = Array(#"{"unheard": 1}"#.utf8)
        let filed = try answers.withUnsafeBytes { try unsafe desk.file(TestForms.plain(), answers: $0, language: nil) }
        #expect(filed.id == nil)
        #expect(try office.object(filed.result)["id"] == nil)
        #expect(throws: VaultError.invalidJSON(.syntax)) { try office.file("{", form: TestForms.plain(), at: desk) }
        #expect(desk.chain.number == entries)
    }

    @Test func everythingIsThereAgainAfterUnlocking() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), at: desk)
        try office.record(id, #"{"type": "note", "text": "Đã gọi lại"}"#, at: desk)
        try office.record(id, #"{"type": "status", "status": "ASSESSING", "reason": "gặp ngày mai"}"#, at: desk)
        try office.record(id, #"{"type": "assigned", "person": "a social worker"}"#, at: desk)
        let before = try desk.list(nil)
        let history = try office.history(id, at: desk)
        desk.close()
        let again = try office.open()
        #expect(try again.list(nil) == before)
        let item = try #require(try office.cases(again).first)
        #expect(item["status"] as? String == "ASSESSING")
        #expect(item["assigned"] as? String == "a social worker")
        #expect(item["notes"] as? Int == 1)
        #expect(try office.history(id, at: again).count == history.count + 1)
    }

    @Test func aHistoryTellsWhatWasDoneInItsOrder() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        office.clock.milliseconds += 60_000
        try office.record(id, #"{"type": "note", "text": "Đã gọi \"lại\"\n"}"#, at: desk)
        try office.record(id, #"{"type": "status", "status": "CLOSED", "outcome": "SERVICE_DONE"}"#, at: desk)
        try office.record(id, #"{"type": "status", "status": "REOPENED", "reason": ""}"#, at: desk)
        try office.record(id, #"{"type": "assigned", "person": "a social worker"}"#, at: desk)
        let history = try office.history(id, at: desk)
        #expect(history.map { $0["type"] as? String } == ["filed", "note", "status", "status", "assigned", "read"])
        #expect(history.allSatisfy { $0["person"] as? String == TestOffice.person })
        #expect(history[0]["time"] as? String == "2026-03-02T12:00:00+07:00")
        #expect(history[1]["time"] as? String == "2026-03-02T12:01:00+07:00")
        #expect(history[1]["text"] as? String == "Đã gọi \"lại\"\n")
        #expect(history[2]["status"] as? String == "CLOSED")
        #expect(history[2]["reason"] == nil)
        #expect(history[3]["reason"] == nil)
        #expect(history[4]["assigned"] as? String == "a social worker")
        #expect(history.compactMap { $0["number"] as? Int } == Array(3...8))
    }

    @Test func aReadIsInTheLedgerBeforeTheReportIsOpened() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        let entries = desk.chain.number
        // The report does not open, and still that somebody tried is on record.
        try desk.store.connection.execute("UPDATE body SET body = zeroblob(400)")
        #expect(throws: VaultError.tampered) { try office.read(id, at: desk) }
        #expect(desk.chain.number == entries + 1)
        desk.close()
        let again = try office.open()
        #expect(again.chain.number == entries + 2)
    }

    @Test func aReadThatCannotBeEnteredShowsNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        let pages = try desk.store.connection.integer(of: "PRAGMA page_count")
        desk.close()
        let full = try office.open(pageLimit: Int(pages))
        var reads = 0
        #expect(throws: VaultError.diskFull) {
            while reads < 1000 {
                _ = try office.read(id, at: full)
                reads += 1
            }
        }
        let entries = full.chain.number
        #expect(throws: VaultError.diskFull) { try office.read(id, at: full) }
        #expect(full.chain.number == entries)
    }

    @Test func unknownReportsAreNotFound() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        for id in ["", "0", String(repeating: "0", count: 32), String(repeating: "z", count: 32), "no such"] {
            #expect(throws: VaultError.notFound) { try office.read(id, at: desk) }
            #expect(throws: VaultError.notFound) {
                try office.record(id, #"{"type": "note", "text": "x"}"#, at: desk)
            }
            #expect(throws: VaultError.notFound) { try desk.shred(Array(id.utf8), reason: Array("x".utf8)) }
        }
    }

    @Test(
        arguments: [
            "{}", "[]", #"{"type": "dance"}"#, #"{"type": "note"}"#, #"{"type": "note", "text": ""}"#,
            #"{"type": "note", "text": "x", "more": 1}"#, #"{"type": "status", "status": "DONE"}"#,
            #"{"type": "status"}"#, #"{"type": "status", "status": "OPEN", "reason": 1}"#,
            #"{"type": "assigned", "person": ""}"#, #"{"type": "read"}"#, #"{"type": "shredded"}"#,
        ])
    func eventsThatMakeNoSenseChangeNothing(event: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        let entries = desk.chain.number
        #expect(throws: VaultError.invalidInput) { try office.record(id, event, at: desk) }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try office.record(id, event + "}", at: desk) }
        let long = #"{"type": "note", "text": "\#(String(repeating: "x", count: 70_000))"}"#
        #expect(throws: VaultError.tooLarge) { try office.record(id, long, at: desk) }
        #expect(desk.chain.number == entries)
    }

    @Test func noWordOfAReportOrANoteIsInAnyFile() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let id = try office.file(#"{"told": "CANARYFACT", "child": "CANARYNAME", "danger": "Y"}"#, form: form, at: desk)
        try office.record(id, #"{"type": "note", "text": "CANARYNOTE"}"#, at: desk)
        try office.record(
            id, #"{"type": "status", "status": "CLOSED", "outcome": "SERVICE_DONE", "reason": "CANARYREASON"}"#,
            at: desk)
        try office.record(id, #"{"type": "assigned", "person": "CANARYPERSON"}"#, at: desk)
        try office.collect([office.envelope(#"{"told": "CANARYTOLD"}"#, form: form, to: desk)], at: desk)
        _ = try office.read(id, at: desk)
        try #require(FileManager.default.fileExists(atPath: "\(office.folder)/desk-wal"))
        for bytes in [
            office.everyByte,
            {
                desk.close()
                return office.everyByte
            }(),
        ] {
            // Words of two or three letters turn up in random bytes by chance; none here is shorter than six.
            for word in [
                "CANARY", "a counsellor", "A trusted address", "triaging", "PLAN_APPROVED", "CLOSED", id, "urgency",
                "unevaluatedProperties", TestOffice.passphrase, "tư vấn", "NODE-TRUSTED",
            ] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
            }
            let identifier = try #require(ReportID(hexadecimal: Array(id.utf8)))
            #expect(bytes.range(of: Data(identifier.bytes)) == nil)
        }
    }
}
