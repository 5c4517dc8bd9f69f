import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// A case's timeline, and the ledger as a list.
struct DeskAuditingTests {
    /// A page of the ledger.
    private func log(_ query: String?, _ office: TestOffice, _ desk: Desk) throws -> [String: Any] {
        guard let query else { return try office.object(desk.log(nil)) }
        return try Array(query.utf8).withUnsafeBytes { try office.object(unsafe desk.log($0)) }
    }

    /// The types of the entries of a page.
    private func types(_ query: String?, _ office: TestOffice, _ desk: Desk) throws -> [String] {
        (try log(query, office, desk)["entries"] as? [[String: Any]] ?? []).compactMap { $0["type"] as? String }
    }

    @Test func aTimelineTellsWhatWasDoneWithoutOpeningTheReport() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        try office.record(id, #"{"type": "note", "text": "not to be shown"}"#, at: desk)
        try office.record(id, #"{"type": "assigned", "person": "a colleague"}"#, at: desk)
        let number = desk.chain.number
        let bytes = try desk.timeline(Array(id.utf8))
        #expect(desk.chain.number == number)
        #expect(Data(bytes).range(of: Data("not to be shown".utf8)) == nil)
        let history = try office.object(bytes)["history"] as? [[String: Any]] ?? []
        #expect(history.compactMap { $0["type"] as? String } == ["filed", "note", "assigned"])
        #expect(history.last?["assigned"] as? String == "a colleague")
        try desk.shred(Array(id.utf8), reason: Array("x".utf8))
        #expect(throws: VaultError.notFound) { try desk.timeline(Array(id.utf8)) }
    }

    @Test func theLedgerIsListedForWhoeverLooksAfterIt() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.plain()
        let id = try office.file(#"{"told": "x"}"#, form: form, at: desk)
        office.clock.advance(days: 3)
        let other = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        _ = try office.read(id, at: desk)
        try desk.shred(Array(other.utf8), reason: Array("hết thời hạn lưu".utf8))
        #expect(try types(nil, office, desk) == ["shredded", "read", "filed", "filed", "unlocked", "created"])
        #expect(try types(#"{"order": "oldest", "limit": 2}"#, office, desk) == ["created", "unlocked"])
        #expect(try types(#"{"type": "read"}"#, office, desk) == ["read"])
        #expect(try types(#"{"type": ["read", "filed"], "report": "\#(id)"}"#, office, desk) == ["read", "filed"])
        #expect(try types(#"{"report": "\#(other)"}"#, office, desk) == ["shredded", "filed"])
        #expect(try types(#"{"person": "nobody"}"#, office, desk) == [])
        #expect(try types(#"{"person": ["\#(TestOffice.person)"], "limit": 1}"#, office, desk) == ["shredded"])
        #expect(try types(#"{"time": {"from": "2026-03-04"}}"#, office, desk) == ["shredded", "read", "filed"])
        let first = try log(#"{"limit": 4}"#, office, desk)
        #expect(first["total"] as? Int == 6)
        let next = try #require(first["next"] as? Int)
        #expect(try types(#"{"limit": 4, "after": \#(next)}"#, office, desk) == ["unlocked", "created"])
        let shredded = try #require((first["entries"] as? [[String: Any]])?.first)
        #expect(shredded["reason"] as? String == "hết thời hạn lưu")
        #expect(shredded["report"] as? String == other)
        for query in [
            #"{"type": "nothing"}"#, #"{"more": 1}"#, #"{"limit": 0}"#, #"{"order": "due"}"#, #"{"after": -1}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try log(query, office, desk) }
        }
        #expect(throws: VaultError.notFound) { try log(#"{"report": "00"}"#, office, desk) }
    }
}
