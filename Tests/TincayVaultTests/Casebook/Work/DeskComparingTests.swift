import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Cases that may be about the same child or the same person.
struct DeskComparingTests {
    /// What two reports have in common.
    private func reasons(_ first: String, _ second: String, units: String? = nil) throws -> [String] {
        let paths = try #require(WorkRules.standard?["alike"])
        var table: UnitTable?
        if let units {
            let pack = try JSONDocument(parsing: Array(units.utf8), limits: .any).root
            table = FormResources(packs: [pack]).units
        }
        let noon = Moment(milliseconds: 1_772_427_600_000)
        let traits = [first, second].map {
            ReportTraits(
                [ReportSection(name: .identity, json: Array($0.utf8))], paths, received: noon, units: table)
        }
        #expect(Set(traits[0].reasons(traits[1])) == Set(traits[1].reasons(traits[0])))
        return traits[0].reasons(traits[1]).map { "\($0.code)" }
    }

    @Test(arguments: [
        ("Nguyễn Thị Bé Hoà", "nguyễn thị bé hòa", ["CHILD_NAME"]),
        ("Nguyễn Thị Bé Hoà", "Nguyen Thi Be Hoa", ["CHILD_NAME_FOLDED"]),
        ("Nguyễn Thị Bé Hoà", "Bé Hoà", ["CHILD_GIVEN_NAME"]),
        ("Nguyễn Gia Hân", "Trần Gia Hân", ["CHILD_GIVEN_NAME", "CHILD_MIDDLE_NAME"]),
        ("Điểu Hân", "Điểu Ngọc Hân", ["CHILD_GIVEN_NAME", "CHILD_FAMILY_NAME"]),
        ("Nguyễn Văn An", "Nguyễn Văn Bình", []), ("Nguyễn", "Nguyễn", []), ("Thị", "Nguyễn Thị", []),
        ("H'Bia", "H’Bia", ["CHILD_NAME"]), ("", "", []), ("Lê  An", "Lê An", ["CHILD_NAME"]),
    ])
    func namesAreComparedAsPeopleWriteThem(first: String, second: String, expected: [String]) throws {
        #expect(try reasons(#"{"child_name": "\#(first)"}"#, #"{"child_name": "\#(second)"}"#) == expected)
    }

    @Test(arguments: [
        (
            #""child_birth": {"year": 2015, "month": 3, "day": 2}"#,
            #""child_birth": {"year": 2015, "month": 3, "day": 2}"#, "BIRTH_DATE"
        ),
        (#""child_birth": {"year": 2015, "month": 3, "day": 2}"#, #""child_birth": {"year": 2015}"#, "BIRTH_YEAR"),
        (#""child_birth": {"year": 2015}"#, #""child_age_est": 10"#, "AGE"),
        (#""child_birth": {"year": 2015}"#, #""child_age_est": 12"#, "AGE"),
        (#""child_birth": {"year": 2015}"#, #""child_age_est": 13"#, "AGE_DIFFERS"),
        (#""child_birth": {"year": 2015}"#, #""child_birth": {"year": 2016}"#, "AGE_DIFFERS"),
        (#""child_age_est": 7"#, #""child_age_est": 9"#, "AGE"),
        (#""child_sex": "M""#, #""child_sex": "F""#, "SEX_DIFFERS"),
        (#""child_id": "077310123456""#, #""child_id": "077 310 123 456""#, "PERSONAL_NUMBER"),
        (#""contact_detail": "0912 345 678""#, #""reporter_phone": "+84912345678""#, "PHONE"),
        (#""child_commune": "26566""#, #""child_commune": "26566""#, "COMMUNE"),
        (#""child_commune": "Thạnh An""#, #""child_commune": "thạnh an""#, "COMMUNE"),
        (#""poc_text": "ông Sáu Thợ mộc, hẻm 12""#, #""poc_text": "tho moc Sau o hem 12""#, "ACCUSED"),
        (#""incident_commune": "26566""#, #""incident_commune": "26566""#, "PLACE"),
    ])
    func whatElseWasToldCounts(first: String, second: String, expected: String) throws {
        #expect(try reasons("{\(first)}", "{\(second)}") == [expected])
    }

    @Test(arguments: [
        (#""child_commune": "Thạnh An""#, #""child_commune": "Thanh An""#),
        (#""child_commune": "UNK""#, #""child_commune": "UNK""#), (#""child_sex": "U""#, #""child_sex": "M""#),
        (#""contact_detail": "mẹ""#, #""contact_detail": "mẹ""#), (#""child_age_est": -1"#, #""child_age_est": 900"#),
        (#""poc_text": "ông Nguyễn Văn A""#, #""poc_text": "ông Nguyễn Văn B""#),
        (#""child_id": "123""#, #""child_id": "123""#),
        (#""child_name": 5"#, #""child_name": [5]"#),
    ])
    func whatSaysNothingDoesNotCount(first: String, second: String) throws {
        #expect(try reasons("{\(first)}", "{\(second)}").isEmpty)
    }

    @Test func communesAreTheSameAcrossTheMergersOf2025() throws {
        let units = #"""
            {"x-tincay-units": {"id": "u", "version": "2025", "valid_from": "2025-07-01",
              "units": [["79", "Thành phố Hồ Chí Minh"], ["26566", "Phường Long Hương", "79"]],
              "moved": [["26563", ["26566"]], ["26569", ["26566"]]]}}
            """#
        let (old, new) = (#"{"child_commune": "26563"}"#, #"{"child_commune": "26566"}"#)
        #expect(try reasons(old, new).isEmpty)
        #expect(try reasons(old, new, units: units) == ["COMMUNE_MERGED"])
        #expect(try reasons(old, #"{"child_commune": "26569"}"#, units: units) == ["COMMUNE_MERGED"])
    }

    @Test func theLikeliestComeFirstAndNothingIsJoined() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        func file(_ identity: String) throws -> String {
            let envelope = try office.envelope(
                #"{"told": "x"}"#, form: TestForms.plain(), to: desk, head: #"{"received": 1772427600000}"#,
                sections: [ReportSection(name: .identity, json: Array(identity.utf8))])
            try office.collect([envelope], at: desk)
            return String(decoding: try #require(Envelope.identifier(of: envelope)).hexadecimal, as: UTF8.self)
        }
        let own = try file(
            #"{"child_name": "Nguyễn Thị Bé Hoà", "child_birth": {"year": 2015}, "child_commune": "26566"}"#)
        let same = try file(#"{"child_name": "Nguyen thi be hoa", "child_age_est": 11, "child_commune": "26566"}"#)
        let near = try file(#"{"child_name": "Hoà", "child_birth": {"year": 2015}}"#)
        let other = try file(
            #"{"child_name": "Nguyễn Văn An", "child_birth": {"year": 2015}, "child_commune": "26566"}"#)
        let broken = try file(#"{"child_name": "Nguyễn Thị Bé Hoà"}"#)
        let brokenID = try #require(ReportID(hexadecimal: Array(broken.utf8)))
        let number = try #require(desk.caseload[brokenID]).number
        try desk.store.run("UPDATE body SET body = zeroblob(400) WHERE number = ?1", number)
        let entries = desk.chain.number
        let found = try office.object(desk.similar(Array(own.utf8)))
        let similar = try #require(found["similar"] as? [[String: Any]])
        #expect(similar.map { $0["id"] as? String } == [same, near])
        #expect(similar[0]["reasons"] as? [String] == ["CHILD_NAME_FOLDED", "AGE", "COMMUNE"])
        #expect(similar[0]["score"] as? Int == 9)
        #expect(similar.allSatisfy { $0["linked"] is NSNull })
        #expect(found["compared"] as? Int == 4)
        #expect(found["unreadable"] as? Int == 1)
        // One entry, and no case has changed.
        #expect(desk.chain.number == entries + 1)
        #expect(try office.history(own, at: desk).contains { $0["type"] as? String == "compared" })
        #expect(try office.cases(desk).allSatisfy { $0["status"] as? String == "OPEN" })
        try office.record(own, #"{"type": "link", "with": "\#(same)", "kind": "SAME_CHILD"}"#, at: desk)
        let again = try office.object(desk.similar(Array(own.utf8)))["similar"] as? [[String: Any]]
        #expect(again?.first?["linked"] as? String == "SAME_CHILD")
        _ = other
    }

    @Test func theComparisonIsInTheLedgerBeforeAnythingIsOpened() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        try desk.store.connection.execute("UPDATE body SET body = zeroblob(400)")
        let entries = desk.chain.number
        #expect(throws: VaultError.tampered) { try desk.similar(Array(id.utf8)) }
        #expect(desk.chain.number == entries + 1)
    }
}
