import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Many reports that are filed at once.
struct DeskFilingManyTests {
    /// Files lines; gives what was said of each.
    private func file(_ lines: String, at desk: Desk, in office: TestOffice) throws -> [[String: Any]] {
        let form = try TestForms.plain()
        let results = try Array(lines.utf8).withUnsafeBytes {
            try unsafe desk.fileMany(form, reports: $0, language: nil)
        }
        return try results.split(separator: UInt8(ascii: "\n")).map { try office.object([UInt8]($0)) }
    }

    @Test func whatTheFormAcceptsIsFiledAndTheRestIsTold() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let entries = desk.chain.number
        let results = try file(
            "{\"told\": \"one\"}\n\n{\"told\": 1}\r\n{\n  \n{\"told\": \"two\"}", at: desk, in: office)
        #expect(results.map { $0["line"] as? Int } == [1, 3, 4, 6])
        #expect(results.map { $0["accepted"] as? Bool } == [true, false, false, true])
        #expect(results.map { $0["error"] as? String } == [nil, nil, "json", nil])
        #expect((results[1]["findings"] as? [Any])?.isEmpty == false)
        #expect(desk.chain.number == entries + 2)
        #expect(try office.list(desk)["total"] as? Int == 2)
        desk.close()
        let again = try office.open()
        let id = try #require(results[3]["id"] as? String)
        let sections = try office.read(id, at: again)["sections"] as? [String: [String: String]]
        #expect(sections?["facts"]?["told"] == "two")
        #expect(try office.verify(again)["ok"] as? Bool == true)
        try again.shred(Array(id.utf8), reason: Array("asked for".utf8))
        #expect(try office.list(again)["total"] as? Int == 1)
    }

    @Test func tooManyLinesFileNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let entries = desk.chain.number
        #expect(throws: VaultError.tooLarge) {
            try file(String(repeating: "{\"told\": \"x\"}\n", count: 10_001), at: desk, in: office)
        }
        #expect(try file("", at: desk, in: office).isEmpty)
        #expect(desk.chain.number == entries)
    }

    @Test func aLineTooLongIsALimitOfThatLineAlone() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let long = "{\"told\": \"" + String(repeating: "x", count: 1 << 20) + "\"}"
        let results = try file("\(long)\n{\"told\": \"short\"}", at: desk, in: office)
        #expect(results.map { $0["error"] as? String } == ["limit", nil])
        #expect(results.map { $0["accepted"] as? Bool } == [false, true])
    }

    @Test func onAFullDiskNoneIsFiled() throws {
        let office = try TestOffice()
        try office.create()
        let desk = try office.open(pageLimit: 24)
        let entries = desk.chain.number
        let lines = String(repeating: "{\"told\": \"\(String(repeating: "x", count: 2000))\"}\n", count: 100)
        #expect(throws: VaultError.diskFull) { try file(lines, at: desk, in: office) }
        #expect(desk.chain.number == entries)
        #expect(try office.list(desk)["total"] as? Int == 0)
        #expect(try file("{\"told\": \"x\"}", at: desk, in: office).count == 1)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }
}
