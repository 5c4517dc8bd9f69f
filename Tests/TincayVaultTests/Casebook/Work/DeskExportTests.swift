import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Official forms that are filled in from reports.
struct DeskExportTests {
    /// The default form.
    private func form() throws -> Form {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../Forms/vn-cp-intake.json")
        return try Form(parsing: [UInt8](Data(contentsOf: file)))
    }

    /// A report in the default form as a point would send it, whose sections are as they are given.
    private func envelope(_ office: TestOffice, _ desk: Desk, _ sections: [(SectionName, String)]) throws -> [UInt8] {
        try office.envelope(
            #"{"told": "x"}"#, form: TestForms.plain(), to: desk,
            head: #"{"received": 1772427600000, "form": "vn-cp-intake", "version": "2"}"#,
            sections: sections.map { ReportSection(name: $0.0, json: Array($0.1.utf8)) })
    }

    /// The rows of an exported form, by field and part.
    private func rows(_ desk: Desk, _ id: String) throws -> [String: [String: Any]] {
        let root = try JSONSerialization.jsonObject(with: Data(desk.export(Array(id.utf8), what: Array("M01".utf8))))
        let rows = (root as? [String: Any])?["rows"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: rows.map { ("\($0["field"] ?? "")\($0["part"].map { ".\($0)" } ?? "")", $0) })
    }

    @Test func everyLineOfTheFormIsFilledFromWhatWasTold() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let sections: [(SectionName, String)] = [
            (
                .facts,
                #"{"channel": "HOTLINE", "child_sex": "F", "child_age_est": 9, "narrative": "Em kể \"chuyện\""}"#
            ),
            (
                .identity,
                #"""
                {"child_name": "Nguyễn Thị Bé", "child_birth": {"year": 2016}, "father": {"name": "Nguyễn Văn A",
                "age": 40}, "carer": {"text": "bà ngoại", "kind": "KIN"}}
                """#
            ),
            (.contact, #"{"reporter_name": "Trần B", "reporter_phone": "+84912345678"}"#),
            (.place, #"{"incident_detail": "gần chợ", "incident_commune": "26566", "incident_place_type": "HOME"}"#),
            (.notes, #"{"m01_class": "RISK_VIOLENCE", "officer": "Cán bộ C", "likely_consequence": null}"#),
        ]
        let envelope = try envelope(office, desk, sections)
        try office.collect([envelope], at: desk)
        let id = try #require(Envelope.identifier(of: envelope)).hexadecimal
        let rows = try rows(desk, String(decoding: id, as: UTF8.self))
        for (name, value) in [
            "h4": "RISK_VIOLENCE", "A1a": "PHONE", "A1b": "2026-03-02T12:00:00+07:00", "A2a": "Nguyễn Thị Bé",
            "A2c": "F", "A2d.detail": "gần chợ", "A2d.commune": "26566", "A2e.told": "Em kể \"chuyện\"",
            "A2g.name": "Nguyễn Văn A", "A2k": "bà ngoại", "A3.name": "Trần B", "A3.phone": "+84912345678",
            "f1": "Cán bộ C", "h3.date": "2026-03-02",
        ] { #expect(rows[name]?["value"] as? String == value, "\(name)") }
        #expect(rows["A2b.age"]?["value"] as? Int == 9)
        #expect((rows["A2b.birth"]?["value"] as? [String: Any])?["year"] as? Int == 2016)
        #expect((rows["A1a"]?["label"] as? [String: Any])?["vi"] as? String == "Điện thoại")
        #expect((rows["A2c"]?["label"] as? [String: Any])?["en"] as? String == "Female")
        // Nothing that was not told is filled in.
        for name in ["h1", "h2", "A2f", "A2h.name", "A2i", "A2l", "A3.address", "A3.note"] {
            #expect(rows[name]?["value"] is NSNull, "\(name)")
        }
    }

    @Test func anInformantWhoStaysUnnamedIsWithheld() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let envelope = try envelope(
            office, desk, [(.facts, #"{"anonymous": true}"#), (.contact, #"{"reporter_name": "CANARY"}"#)])
        try office.collect([envelope], at: desk)
        let id = try #require(Envelope.identifier(of: envelope)).hexadecimal
        let form = try desk.export(id, what: Array("M01".utf8))
        #expect(Data(form).range(of: Data("CANARY".utf8)) == nil)
        let rows = try rows(desk, String(decoding: id, as: UTF8.self))
        #expect(rows["A3.name"]?["withheld"] as? Bool == true)
    }

    @Test func theExportIsInTheLedgerBeforeTheReportIsOpened() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        let entries = desk.chain.number
        for what in ["M02", "", "m01"] {
            #expect(throws: VaultError.invalidInput) { try desk.export(Array(id.utf8), what: Array(what.utf8)) }
        }
        #expect(desk.chain.number == entries)
        _ = try desk.export(Array(id.utf8), what: Array("M01".utf8))
        let history = try office.history(id, at: desk)
        #expect(history[1]["type"] as? String == "exported")
        #expect(history[1]["what"] as? String == "M01")
        try desk.store.connection.execute("UPDATE body SET body = zeroblob(400)")
        let before = desk.chain.number
        #expect(throws: VaultError.tampered) { try desk.export(Array(id.utf8), what: Array("M01".utf8)) }
        #expect(desk.chain.number == before + 1)
    }

    @Test func everyPointerOfTheMappingIsAQuestionOfTheDefaultForm() throws {
        let form = try form()
        let source = try #require(try JSONSerialization.jsonObject(with: Data(form.source)) as? [String: Any])
        let questions = try #require(source["$defs"] as? [String: Any])
        let standard = try #require(WorkRules.standard)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(standard.json)) as? [String: Any])
        let rows = try #require((root["exports"] as? [[String: Any]])?.first?["rows"] as? [[String: Any]])
        let alike = try #require(root["alike"] as? [String: Any])
        var pointers = rows.flatMap { $0["from"] as? [String] ?? [] }
        for part in alike.values {
            pointers += part as? [String] ?? []
            pointers += ((part as? [String: Any])?.values.compactMap { $0 as? [String] } ?? []).flatMap { $0 }
        }
        #expect(pointers.count > 40)
        for pointer in pointers {
            let parts = pointer.split(separator: "/").map { String($0) }
            let question = questions["question-\(parts[0])"] as? [String: Any]
            #expect(question != nil, "\(pointer)")
            if parts.count > 1 { #expect((question?["properties"] as? [String: Any])?[parts[1]] != nil, "\(pointer)") }
        }
        // Whatever the form says belongs to a line of Mẫu số 01 is on that line.
        for (name, question) in questions {
            guard name.hasPrefix("question-"), let field = (question as? [String: Any])?["m01"] as? String else {
                continue
            }
            let pointer = "/" + name.dropFirst("question-".count)
            guard !["received_at", "intake_point", "about", "anonymous"].contains(String(pointer.dropFirst())) else {
                continue
            }
            let mapped = rows.filter { $0["field"] as? String == field }.flatMap { $0["from"] as? [String] ?? [] }
            #expect(mapped.contains { $0 == pointer || $0.hasPrefix(pointer + "/") }, "\(pointer) \(field)")
        }
    }
}
