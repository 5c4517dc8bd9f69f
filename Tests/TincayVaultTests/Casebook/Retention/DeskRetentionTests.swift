import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// How long cases are kept once the work on them has ended.
struct DeskRetentionTests {
    /// What has been kept long enough, as a list.
    private func kept(_ office: TestOffice, _ desk: Desk, _ query: String = "{}") throws -> [[String: Any]] {
        let list = try office.object(Array(query.utf8).withUnsafeBytes { try unsafe desk.retention($0) })
        return list["cases"] as? [[String: Any]] ?? []
    }

    /// Closes a case.
    private func close(_ id: String, _ office: TestOffice, _ desk: Desk, _ outcome: String = "SAFE_HOME") throws {
        try office.record(id, #"{"type": "status", "status": "CLOSED", "outcome": "\#(outcome)"}"#, at: desk)
    }

    @Test func aClosedCaseIsDueWhenItsClassSaysAndNothingIsDestroyedByItself() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let form = try TestForms.triaging()
        let first = try office.file(#"{"told": "x", "danger": "Y"}"#, form: form, at: desk)
        let second = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        let third = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        try close(first, office, desk)
        try close(second, office, desk, "UNFOUNDED")
        #expect(try kept(office, desk).isEmpty)
        let all = try kept(office, desk, #"{"all": true}"#)
        #expect(all.map { $0["id"] as? String } == [second, first])
        #expect(all.map { $0["class"] as? String } == ["NO_CASE", "CASE"])
        #expect(all.map { $0["due"] as? String } == ["2027-03-03T00:00:00+07:00", "2031-03-03T00:00:00+07:00"])
        #expect(all.allSatisfy { $0["verified"] as? Bool == false && $0["source"] is String })
        office.clock.advance(days: 366)
        #expect(try kept(office, desk).map { $0["id"] as? String } == [second])
        #expect(try kept(office, desk, #"{"class": ["CASE"]}"#).isEmpty)
        office.clock.advance(days: 5 * 366)
        desk.close()
        desk = try office.open()
        #expect(try kept(office, desk).map { $0["id"] as? String } == [second, first])
        // Whatever the clock says, all of them can still be read.
        for id in [first, second, third] { _ = try office.read(id, at: desk) }
    }

    @Test func newActivityExtendsOnce() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.triaging(), at: desk)
        try close(id, office, desk)
        func due() throws -> String? { try kept(office, desk, #"{"all": true}"#).first?["due"] as? String }
        #expect(try due() == "2031-03-03T00:00:00+07:00")
        office.clock.advance(days: 100)
        _ = try office.read(id, at: desk)
        #expect(try due() == "2031-03-03T00:00:00+07:00")
        try office.record(id, #"{"type": "note", "text": "she called"}"#, at: desk)
        #expect(try due() == "2031-06-11T00:00:00+07:00")
        office.clock.advance(days: 100)
        try office.record(id, #"{"type": "note", "text": "she called again"}"#, at: desk)
        desk.close()
        desk = try office.open()
        #expect(try due() == "2031-06-11T00:00:00+07:00")
        try office.record(id, #"{"type": "status", "status": "REOPENED"}"#, at: desk)
        #expect(try due() == nil)
        try close(id, office, desk)
        #expect(try due() == "2031-09-19T00:00:00+07:00")
    }

    @Test func aDeskDecidesOnPeriodsOfItsOwn() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.triaging(), at: desk)
        try close(id, office, desk, "MOVED_AWAY")
        for period in [#""P0D""#, #""-P1Y""#, #""PT1H""#, #""soon""#] {
            #expect(throws: VaultError.invalidInput) {
                try office.decide(
                    desk, #"{"retention": [{"class": "A", "when": {}, "period": \#(period), "source": "s"}]}"#)
            }
        }
        try office.decide(
            desk,
            #"""
            {"retention": [
              {"class": "MOVED", "when": {"outcome": ["MOVED_AWAY"]}, "period": "P30D", "source": "ours", "verified": true},
              {"class": "ALL", "when": {}, "period": null, "source": "ours"}]}
            """#)
        let item = try #require(try kept(office, desk, #"{"all": true}"#).first)
        #expect(item["class"] as? String == "MOVED")
        #expect(item["due"] as? String == "2026-04-02T00:00:00+07:00")
        #expect(item["verified"] as? Bool == true)
        let other = try office.file(#"{"told": "x"}"#, form: TestForms.triaging(), at: desk)
        try close(other, office, desk)
        #expect(try kept(office, desk, #"{"all": true, "report": "\#(other)"}"#).first?["due"] is NSNull)
    }

    @Test func whatIsHeldSaysSo() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        let ids = try (0..<5).map { _ in try office.file(#"{"told": "x"}"#, form: form, at: desk) }
        for id in ids { try close(id, office, desk) }
        try office.record(ids[0], #"{"type": "hold", "until": "2026-04-01", "reason": "x"}"#, at: desk)
        let held = try kept(office, desk, #"{"all": true, "held": true}"#)
        #expect(held.map { $0["id"] as? String } == [ids[0]])
        #expect((held.first?["hold"] as? [String: Any])?["until"] as? String == "2026-04-01")
        #expect(try kept(office, desk, #"{"all": true, "held": false}"#).count == 4)
        var seen: [String] = []
        var after = ""
        for _ in 0..<3 {
            let page = try kept(office, desk, #"{"all": true, "limit": 2\#(after)}"#)
            seen += page.compactMap { $0["id"] as? String }
            after = #", "after": "\#(seen.last ?? "")""#
        }
        #expect(Set(seen) == Set(ids) && seen.count == 5)
    }

    @Test func aCertificateStaysThatTellsNothingOfTheReport() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let id = try office.file(#"{"told": "CANARY"}"#, form: TestForms.triaging(), at: desk)
        let report = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let hash = try #require(desk.caseload.known[report]).bodyHash
        #expect(throws: VaultError.notFound) { try desk.certificate(Array(id.utf8)) }
        try close(id, office, desk)
        try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
        let number = desk.chain.number
        for _ in 0..<2 {
            let bytes = try desk.certificate(Array(id.utf8))
            let certificate = try office.object(bytes)
            #expect(certificate["reason"] as? String == "hết thời hạn lưu")
            #expect(certificate["body"] as? String == String(decoding: Hexadecimal.text(hash), as: UTF8.self))
            #expect(certificate["number"] as? Int64 == number)
            #expect(certificate["person"] as? String == TestOffice.person)
            #expect(certificate["class"] as? String == "CASE")
            #expect(certificate["report"] as? String == id)
            let text = String(decoding: bytes, as: UTF8.self)
            let signature = try #require(certificate["signature"] as? String)
            let signed = text.replacingOccurrences(of: #","signature":"\#(signature)""#, with: "")
            let raw = try #require(Hexadecimal.bytes(Array(signature.utf8), count: Signature.size))
            #expect(
                Signature.verify(raw, Array("tincay certificate 1".utf8) + signed.utf8, publicKey: desk.header.signKey))
            desk.close()
            desk = try office.open()
        }
    }
}
