import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// What people may ask about their data, and what a breach notice has to say.
struct DeskRightsTests {
    /// A form with something about a person.
    private func form() throws -> Form {
        try Form(
            parsing: Array(
                #"""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:person",
                 "x-tincay-form": {"id": "person", "version": "1"},
                 "type": "object", "required": ["told"], "additionalProperties": false,
                 "properties": {"told": {"type": "string"}, "who": {"type": "string", "x-tincay-section": "identity"},
                   "urgent": {"type": "boolean", "x-tincay-facet": true},
                   "contact": {"type": "object", "x-tincay-section": "contact", "properties": {
                     "phones": {"type": "array", "items": {"type": "string"}}}}}}
                """#.utf8))
    }

    /// What a question about a person gives.
    private func subject(_ query: String, _ office: TestOffice, _ desk: Desk) throws -> [String: Any] {
        try Array(query.utf8).withUnsafeBytes { try office.object(unsafe desk.subject($0)) }
    }

    /// What a question about a breach gives.
    private func breach(_ query: String, _ office: TestOffice, _ desk: Desk) throws -> [String: Any] {
        try Array(query.utf8).withUnsafeBytes { try office.object(unsafe desk.breach($0)) }
    }

    @Test func aPersonsDataAreFoundOverAllReportsAndTheGivingIsEntered() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try form()
        let first = try office.file(
            #"{"told": "x", "who": "Nguyễn Thị Hòa", "contact": {"phones": ["111", "0912 345 678"]}}"#, form: form,
            at: desk)
        _ = try office.file(#"{"told": "y", "who": "Nguyễn Thị Lan"}"#, form: form, at: desk)
        let third = try office.file(#"{"told": "gặp nguyen thi hoa ở chợ"}"#, form: form, at: desk)
        for _ in 0..<2 {
            let found = try subject(#"{"name": "NGUYỄN THỊ HOÀ", "reason": "asked by herself"}"#, office, desk)
            let reports = found["reports"] as? [[String: Any]] ?? []
            #expect(Set(reports.compactMap { $0["id"] as? String }) == [first, third])
            let fields = reports.first { $0["id"] as? String == first }?["fields"] as? [[String: Any]]
            #expect(fields?.count == 1)
            #expect(fields?.first?["pointer"] as? String == "/who")
            #expect(fields?.first?["value"] as? String == "Nguyễn Thị Hòa")
            #expect(reports.first?["sections"] == nil)
        }
        let phone = try subject(#"{"phone": "+84 912345678", "reason": "x", "sections": true}"#, office, desk)
        let one = try #require((phone["reports"] as? [[String: Any]])?.first)
        #expect(one["id"] as? String == first)
        #expect((one["fields"] as? [[String: Any]])?.first?["pointer"] as? String == "/contact/phones/1")
        #expect((one["sections"] as? [String: Any])?["identity"] != nil)
        #expect(try office.history(first, at: desk).contains { $0["type"] as? String == "subject_given" })
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        for query in [
            #"{"name": "x"}"#, #"{"reason": "x"}"#, #"{"name": "...", "reason": "x"}"#,
            #"{"phone": "letters", "reason": "x"}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try subject(query, office, desk) }
        }
    }

    @Test func aBreachNoticeIsMadeWithoutOpeningAnything() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try form()
        try desk.keep(form)
        let first = try office.file(#"{"told": "x", "who": "A"}"#, form: form, at: desk)
        office.clock.advance(days: 10)
        _ = try office.file(#"{"told": "y"}"#, form: form, at: desk)
        _ = try office.file(#"{"told": "z"}"#, form: TestForms.plain(), at: desk)
        let whole = try breach("{}", office, desk)
        #expect(whole["reports"] as? Int == 3)
        #expect((whole["ids"] as? [String])?.count == 3)
        let forms = whole["forms"] as? [[String: Any]] ?? []
        #expect(forms.first { $0["form"] as? String == "person" }?["reports"] as? Int == 2)
        #expect(
            forms.first { $0["form"] as? String == "person" }?["sections"] as? [String] == [
                "facts", "identity", "contact",
            ])
        #expect(try breach(#"{"received": {"to": "2026-03-05"}}"#, office, desk)["reports"] as? Int == 1)
        _ = try office.read(first, at: desk)
        let opened = try breach(#"{"opened": {"from": "2026-03-12"}, "limit": 0}"#, office, desk)
        #expect(opened["reports"] as? Int == 1)
        #expect((opened["ids"] as? [String])?.isEmpty == true)
        #expect(try breach(#"{"opened": {"to": "2026-03-05"}}"#, office, desk)["reports"] as? Int == 0)
        #expect(try breach(#"{"person": "nobody"}"#, office, desk)["reports"] as? Int == 0)
        #expect(try breach(#"{"person": "\#(TestOffice.person)"}"#, office, desk)["reports"] as? Int == 1)
    }

    @Test func theAccessMatrixFollowsFromTheForm() throws {
        let matrix = try TestOffice().object(AccessMatrix.json(of: form()))
        let questions = matrix["questions"] as? [[String: Any]] ?? []
        let who = try #require(questions.first { $0["name"] as? String == "who" })
        #expect(who["section"] as? String == "identity")
        #expect(who["roles"] as? [String] == ["reports", "identities"])
        let urgent = try #require(questions.first { $0["name"] as? String == "urgent" })
        #expect(urgent["roles"] as? [String] == ["reports"])
        #expect(urgent["listed"] as? Bool == true)
    }
}
