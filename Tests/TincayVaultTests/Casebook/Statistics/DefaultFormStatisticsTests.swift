import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Tables out of reports in the default form, all the way from the answers.
struct DefaultFormStatisticsTests {
    /// The default form.
    private func form() throws -> Form {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../Forms/vn-cp-intake.json")
        return try Form(parsing: [UInt8](Data(contentsOf: file)))
    }

    /// What a child of the default form tells, of all kinds equally often: every second has a birth date and no age.
    private func answers(_ number: Int) -> String {
        func bit(_ place: Int) -> Bool { number >> place & 1 == 1 }
        let age =
            switch (bit(0), bit(5)) {
            case (false, false): #""child_age_est": 9"#
            case (false, true): #""child_birth": {"year": 2017}"#
            case (true, false): #""child_age_est": 14"#
            case (true, true): #""child_birth": {"year": 2011, "month": 12, "day": 31}"#
            }
        return """
            {"profile": "C", "session_ok": true, "about": "ME", "safe_now": "\(bit(4) ? "Y" : "N")", \(age),
             "child_sex": "\(bit(1) ? "F" : "M")", "concerns": ["\(bit(2) ? "V" : "N")"],
             "incident_place_type": "\(bit(3) ? "HOME" : "SCHOOL")",
             "\(bit(5) ? "incident_commune" : "child_commune")": "\(bit(2) == bit(3) ? "26566" : "26563")"}
            """
    }

    /// A desk that has collected reports of every kind, worked on half of them, and closed some.
    private func desk(_ office: TestOffice, _ count: Int) throws -> Desk {
        office.clock.milliseconds = 1_770_000_000_000
        let desk = try office.desk()
        let form = try form()
        try desk.keep(form)
        var ids: [String] = []
        var items: [[UInt8]] = []
        for number in 0..<count {
            let envelope = try office.envelope(answers(number), form: form, to: desk)
            ids.append(String(decoding: Envelope.identifier(of: envelope)?.hexadecimal ?? [], as: UTF8.self))
            items.append(envelope)
            guard items.count == 12 || number == count - 1 else { continue }
            try office.collect(items, at: desk)
            items = []
        }
        for (number, id) in ids.enumerated() where number >> 6 & 1 == 1 {
            try office.record(id, #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
            guard number >> 7 & 1 == 1 else { continue }
            let outcome = number.nonzeroBitCount % 2 == 0 ? "SAFE_KIN" : "SERVICE_DONE"
            try office.record(id, #"{"type": "status", "status": "CLOSED", "outcome": "\#(outcome)"}"#, at: desk)
        }
        office.clock.milliseconds = 1_810_000_000_000
        return desk
    }

    /// Publishes tables at a copy of a closed desk, in which nothing was published yet, with draws that are always the
    /// same; gives their names and the numbers that each tells, by the names of its cells.
    private func release(_ office: TestOffice, _ query: String) throws -> [(shape: String, told: [String: Int])] {
        office.write(office.bytes("desk"), to: "copy")
        let copy = try office.open("copy")
        defer { copy.close() }
        let query = try Array(query.utf8).withUnsafeBytes { try unsafe ReleaseQuery(parsing: $0) }
        return try query.shapes.map { shape in
            let seed = [UInt8](repeating: 7, count: Release.seedSize)
            var writer = JSONWriter()
            try copy.release(shape, query, seed: seed).write(to: &writer, withText: false)
            return ("\(shape.name)", try told(office.object(writer.bytes)))
        }
    }

    /// The numbers that a table tells.
    private func told(_ table: [String: Any]) throws -> [String: Int] {
        let names = try #require(table["by"] as? [String], "\(table)")
        var told: [String: Int] = [:]
        for cell in try #require(table["cells"] as? [[String: Any]]) {
            guard let value = cell["value"] as? Int else { continue }
            told[names.compactMap { cell[$0] as? String }.joined(separator: " ")] = value
        }
        return told
    }

    @Test func everyShapeTellsSomethingOfReportsInTheDefaultForm() throws {
        let office = try TestOffice()
        let desk = try desk(office, 256)
        #expect(try office.rows(desk, #"{"by": ["age_band"]}"#) == [#"A13 128"#, #"A6 128"#])
        desk.close()
        let place = #""unit": {"level": "desk", "children": 50000}"#
        for (shape, cells) in [
            ("total", [""]), ("form", ["vn-cp-intake"]), ("sex", ["M", "F"]), ("age", ["A6", "A13"]),
            ("concern", ["V", "N"]), ("urgency", ["U1"]), ("outcome", ["SAFE_KIN", "SERVICE_DONE", "NONE"]),
            ("timeliness", ["IN_TIME", "LATE"]), ("place", ["HOME", "SCHOOL"]),
            ("status", ["OPEN", "ASSESSING", "CLOSED"]), ("sex_age", ["M A6", "F A13"]),
            ("concern_sex", ["V F", "N M"]), ("concern_age", ["V A6", "N A13"]), ("concern_urgency", ["V U1"]),
            ("concern_place", ["V HOME", "N SCHOOL"]), ("concern_outcome", ["V NONE", "N SAFE_KIN"]),
            ("urgency_timeliness", ["U1 IN_TIME"]), ("concern_sex_age", ["V F A6", "N M A13"]),
        ] as [(String, [String])] {
            let query = #"{"shape": "\#(shape)", "period": {"year": 2026}, \#(place)}"#
            let told = try #require(release(office, query).first).told
            for cell in cells { #expect((told[cell] ?? 0) >= 5, "\(shape) \(cell) \(told)") }
        }
        let tables = try release(office, #"{"indicator": "0101", "period": {"year": 2026}, \#(place)}"#)
        #expect(tables.map { $0.shape } == ["0101_sex", "0101_age", "0101_place"])
        for (table, cells) in zip(tables, [["V F", "N M"], ["V A6", "N A13"], ["V HOME", "N SCHOOL"]]) {
            for cell in cells { #expect((table.told[cell] ?? 0) >= 5, "\(table.shape) \(cell)") }
        }
    }

    @Test func communesAreThoseOfTheIncidentOrElseOfTheChild() throws {
        let office = try TestOffice()
        try desk(office, 64).close()
        let year = #""period": {"year": 2026}"#
        for code in ["26566", "26563"] {
            let unit = #""unit": {"level": "commune", "code": "\#(code)"}"#
            let told = try #require(release(office, #"{"shape": "total", \#(year), \#(unit)}"#).first).told
            #expect(abs((told[""] ?? 0) - 32) < 5)
        }
        let others = (26_570..<26_580).map { "\"\($0)\"" }.joined(separator: ",")
        let unit = #""unit": {"level": "province", "code": "79", "communes": ["26566", \#(others)]}"#
        let told = try #require(release(office, #"{"shape": "age", \#(year), \#(unit)}"#).first).told
        #expect(told.keys.sorted() == ["A0", "A11", "A13", "A16", "A18", "A3", "A6", "ALL", "UNK"])
        for cell in ["A6", "A13"] { #expect(abs((told[cell] ?? 0) - 16) < 5) }
    }
}
