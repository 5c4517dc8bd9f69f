import Foundation
import Testing

@testable import TincayVault

/// Steps, needs, services, verification, and cases that have to do with each other.
struct DeskWorkTests {
    @Test func whatIsDoneAddsUpAndIsThereAfterUnlocking() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        for event in [
            #"{"type": "step", "step": "4", "form": "M02"}"#,
            #"{"type": "step", "step": "5", "needed": false, "reason": "CANARYREASON"}"#,
            #"{"type": "need", "need": "PSYCH"}"#, #"{"type": "need", "need": "FOOD"}"#,
            #"{"type": "need", "need": "FOOD", "state": "MET"}"#,
            #"{"type": "service", "service": "SVC-PSY", "need": "PSYCH", "status": "SENT", "reason": "CANARYCENTRE"}"#,
            #"{"type": "service", "service": "SVC-PSY", "item": 2, "status": "SENT"}"#,
            #"{"type": "service", "service": "SVC-PSY", "need": "PSYCH", "status": "DONE", "outcome": "SERVICE_DONE"}"#,
            #"{"type": "verification", "result": "PARTLY", "reason": "CANARYWHY"}"#,
        ] { try office.record(id, event, at: desk) }
        for _ in 0..<2 {
            let work = try office.work(id, at: desk)
            let steps = try #require(work["steps"] as? [[String: Any]])
            #expect(steps.map { $0["step"] as? String } == ["4", "5"])
            #expect(steps.map { $0["needed"] as? Bool } == [true, false])
            #expect(steps[0]["form"] as? String == "M02")
            let needs = try #require(work["needs"] as? [[String: Any]])
            #expect(needs.map { "\($0["need"] ?? "") \($0["state"] ?? "")" } == ["PSYCH OPEN", "FOOD MET"])
            let services = try #require(work["services"] as? [[String: Any]])
            #expect(services.map { $0["status"] as? String } == ["DONE", "SENT"])
            #expect(services[0]["outcome"] as? String == "SERVICE_DONE")
            #expect(work["verification"] as? String == "PARTLY")
            let reasons = try office.history(id, at: desk).compactMap { $0["reason"] as? String }
            #expect(reasons == ["CANARYREASON", "CANARYCENTRE", "CANARYWHY"])
            #expect(office.everyByte.range(of: Data("CANARY".utf8)) == nil)
            #expect(office.everyByte.range(of: Data("SVC-PSY".utf8)) == nil)
            desk.close()
            desk = try office.open()
        }
    }

    @Test(arguments: [
        #"{"type": "step", "step": "11"}"#, #"{"type": "step", "step": 4}"#, #"{"type": "step"}"#,
        #"{"type": "step", "step": "4", "form": "M08"}"#, #"{"type": "step", "step": "4", "needed": false}"#,
        #"{"type": "need", "need": "LOVE"}"#, #"{"type": "need", "need": "FOOD", "state": "MAYBE"}"#,
        #"{"type": "service", "service": "SVC-PSY"}"#, #"{"type": "service", "service": "PSY", "status": "SENT"}"#,
        #"{"type": "service", "service": "SVC-PSY", "status": "SENT", "item": 0}"#,
        #"{"type": "service", "service": "SVC-PSY", "status": "SENT", "item": 100}"#,
        #"{"type": "verification", "result": "TRUE"}"#, #"{"type": "link", "with": "12", "kind": "OTH"}"#,
        #"{"type": "link", "with": "00112233445566778899aabbccddeeff"}"#,
        #"{"type": "link", "with": "00112233445566778899aabbccddeeff", "kind": "ORIGINAL_OF"}"#,
        #"{"type": "urgency", "confirm": 0}"#, #"{"type": "urgency", "confirm": 1, "urgency": "U4"}"#,
        #"{"type": "hold", "until": "soon", "reason": "x"}"#,
        #"{"type": "hold", "until": "2026-02-30", "reason": "x"}"#,
        #"{"type": "note", "confirm": 1}"#,
    ])
    func eventsThatMakeNoSenseAreRefused(event: String) throws {
        #expect(throws: VaultError.invalidInput) {
            try Array(event.utf8).withUnsafeBytes { _ = try unsafe CaseEvent.read($0) }
        }
    }

    @Test func linksAreSeenFromBothCases() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.plain()
        let first = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        let second = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        try office.record(
            first, #"{"type": "link", "with": "\#(second)", "kind": "SIBLING", "reason": "told"}"#, at: desk)
        for _ in 0..<2 {
            for (own, other) in [(first, second), (second, first)] {
                let links = try #require(try office.work(own, at: desk)["links"] as? [[String: Any]])
                #expect(links.map { $0["with"] as? String } == [other])
                #expect(links.map { $0["kind"] as? String } == ["SIBLING"])
            }
            desk.close()
            desk = try office.open()
        }
        #expect(throws: VaultError.notAllowed) {
            try office.record(first, #"{"type": "link", "with": "\#(second)", "kind": "SIBLING"}"#, at: desk)
        }
        #expect(throws: VaultError.notAllowed) {
            try office.record(first, #"{"type": "link", "with": "\#(first)", "kind": "SIBLING"}"#, at: desk)
        }
        try office.record(second, #"{"type": "unlink", "with": "\#(first)"}"#, at: desk)
        for id in [first, second] { #expect((try office.work(id, at: desk)["links"] as? [Any])?.isEmpty == true) }
        #expect(throws: VaultError.notFound) {
            try office.record(first, #"{"type": "unlink", "with": "\#(second)"}"#, at: desk)
        }
        let none = String(repeating: "0", count: 32)
        #expect(throws: VaultError.notFound) {
            try office.record(first, #"{"type": "link", "with": "\#(none)", "kind": "OTH"}"#, at: desk)
        }
    }

    @Test func aDuplicateIsClosedAndLeadsToItsOriginal() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        let first = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        let second = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        let third = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        try office.record(second, #"{"type": "duplicate_of", "of": "\#(first)"}"#, at: desk)
        func kinds(_ id: String) throws -> [String?] {
            (try office.work(id, at: desk)["links"] as? [[String: Any]] ?? []).map { $0["kind"] as? String }
        }
        #expect(try kinds(second) == ["DUPLICATE_OF"])
        #expect(try kinds(first) == ["ORIGINAL_OF"])
        #expect(try office.cases(desk, #"{"status": ["DUPLICATE"]}"#).map { $0["id"] as? String } == [second])
        // Never in a circle, and never a duplicate of a duplicate.
        for (own, other) in [(first, second), (third, second), (second, third)] {
            #expect(throws: VaultError.notAllowed) {
                try office.record(own, #"{"type": "duplicate_of", "of": "\#(other)"}"#, at: desk)
            }
        }
        for (own, other) in [(first, second), (second, first)] {
            #expect(throws: VaultError.notAllowed) {
                try office.record(own, #"{"type": "unlink", "with": "\#(other)"}"#, at: desk)
            }
        }
        try office.record(second, #"{"type": "status", "status": "REOPENED"}"#, at: desk)
        try office.record(second, #"{"type": "unlink", "with": "\#(first)"}"#, at: desk)
        #expect(try kinds(first).isEmpty)
    }

    @Test func whatASnapshotKeepsIsWhatTheLedgerAddsUpTo() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        try desk.keep(form)
        let first = try office.file(#"{"told": "x", "danger": "Y"}"#, form: form, at: desk)
        let second = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        try office.decide(desk, #"{"deadlines": [{"step": "4", "local_max": "PT8H", "source": "here"}]}"#)
        for event in [
            #"{"type": "step", "step": "4", "form": "M02"}"#, #"{"type": "need", "need": "PSYCH"}"#,
            #"{"type": "service", "service": "SVC-PSY", "need": "PSYCH", "status": "SENT"}"#,
            #"{"type": "verification", "result": "PARTLY"}"#,
            #"{"type": "link", "with": "\#(second)", "kind": "SAME_CHILD"}"#,
            #"{"type": "urgency", "urgency": "U4", "reason": "calm"}"#,
            #"{"type": "hold", "until": "2026-12-31", "reason": "a court"}"#,
            #"{"type": "status", "status": "CLOSED", "outcome": "SAFE_HOME"}"#, #"{"type": "note", "text": "later"}"#,
        ] { try office.record(first, event, at: desk) }
        let bytes = desk.caseload.work.bytes
        var reader = ByteReader(bytes[...])
        let again = try CaseWork(&reader)
        #expect(reader.rest.isEmpty)
        #expect(again.decided == desk.caseload.work.decided)
        #expect(again.forms == desk.caseload.work.forms)
        for id in [first, second] {
            let id = try #require(ReportID(hexadecimal: Array(id.utf8)))
            var before = ByteWriter()
            var after = ByteWriter()
            desk.caseload.work[id].write(to: &before)
            again[id].write(to: &after)
            #expect(before.bytes == after.bytes)
            #expect(!before.bytes.isEmpty)
        }
        for size in 0..<bytes.count {
            var reader = ByteReader(bytes.prefix(size))
            #expect(throws: VaultError.self) { try CaseWork(&reader) }
        }
    }
}
