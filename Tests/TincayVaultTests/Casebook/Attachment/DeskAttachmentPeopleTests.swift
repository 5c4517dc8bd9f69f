import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Who opens files that are kept with reports, and who no longer does.
struct DeskAttachmentPeopleTests {
    /// A desk with a report that has a file in each of its sections; gives the files by these.
    private func office() throws -> (
        office: TestOffice, desk: Desk, report: String, files: [String: (id: String, bytes: [UInt8])]
    ) {
        let office = try TestOffice()
        let desk = try office.desk()
        let report = try office.file(#"{"told": "x", "child": "Bé"}"#, form: TestForms.triaging(), at: desk)
        var files: [String: (id: String, bytes: [UInt8])] = [:]
        for (place, section) in ["facts", "identity", "contact", "accused", "place", "notes"].enumerated() {
            let bytes = TestFiles.picture(70_000 * place + 100)
            let about = #"{"name": "of \#(section).jpg", "section": "\#(section)"}"#
            let told = try office.attach(bytes, to: report, about: about, at: desk)
            files[section] = (told["id"] as? String ?? "", bytes)
        }
        return (office, desk, report, files)
    }

    /// Whether something opens.
    private func opens(_ body: () throws -> Void) -> Bool {
        do { try body() } catch { return false }
        return true
    }

    @Test func whoWasGivenNoKeyToASectionNeitherReadsItsFilesNorAddsAny() throws {
        let (office, desk, report, files) = try office()
        try office.add("helper", #"["reports"]"#, at: desk)
        desk.close()
        let helper = try office.open(person: "helper")
        for (section, file) in files {
            let about = #"{"name": "a", "section": "\#(section)"}"#
            if ["identity", "contact"].contains(section) {
                #expect(throws: VaultError.noKey, "\(section)") {
                    try office.bytes(of: file.id, report: report, at: helper)
                }
                #expect(throws: VaultError.noKey, "\(section)") {
                    try office.attach(TestFiles.picture(100), to: report, about: about, at: helper)
                }
            } else {
                #expect(try office.bytes(of: file.id, report: report, at: helper) == file.bytes)
                try office.attach(TestFiles.picture(100), to: report, about: about, at: helper)
            }
        }
        // That there are such files is shown, but not what they are called.
        let listed = try office.attachments(of: report, at: helper)
        #expect(listed.count == 10)
        for file in listed {
            let isOpen = !["identity", "contact"].contains(file["section"] as? String)
            #expect(file["name"] is String == isOpen)
        }
        // What was opened is in the ledger, and not what was not.
        let read = try office.entries(helper).filter { $0.type == .attachmentRead }
        #expect(read.allSatisfy { $0.person == Array("helper".utf8) })
        let opened = files.filter { !["identity", "contact"].contains($0.key) }.map { Array($0.value.id.utf8) }
        #expect(Set(read.map { Hexadecimal.text($0.open) }) == Set(opened))
        #expect(read.count == opened.count)
    }

    @Test func whoOpensNoReportsOpensNoFiles() throws {
        let (office, desk, report, files) = try office()
        try office.add("clerk", #"["statistics"]"#, at: desk)
        try office.add("courier", #"["intake"]"#, at: desk)
        desk.close()
        for person in ["clerk", "courier"] {
            let desk = try office.open(person: person)
            for file in files.values {
                #expect(throws: VaultError.noKey) { try office.bytes(of: file.id, report: report, at: desk) }
            }
            #expect(throws: VaultError.noKey) { try office.begin(report, at: desk) }
            #expect(try office.entries(desk).contains { $0.type == .attachmentRead } == false)
            desk.close()
        }
    }

    @Test func whoStaysOpensFilesAfterKeysWereDrawnAnewAndWhoLeftDoesNot() throws {
        let (office, first, report, files) = try office()
        try office.add("leaver", #"["reports", "identities", "intake", "people"]"#, at: first)
        try office.add("helper", #"["reports"]"#, at: first)
        first.close()
        // What the leaver had in hand, and can keep.
        let leaver = try office.open(person: "leaver")
        let old = try leaver.unlocked()
        let header = leaver.header
        let id = try #require(ReportID(hexadecimal: Array(report.utf8)))
        let filed = try #require(leaver.caseload.known[id]).number
        let places = leaver.caseload.attachments.places
        #expect(places.count == files.count)
        /// How many files the old keys open in a desk's file.
        func opened(_ store: CasebookStore) throws -> Int {
            let row = try #require(try store.key(filed))
            return try places.reduce(0) { count, place in
                let wrapped = try #require(try store.file(place.value.number))
                let isOpen = SectionName.allCases.contains { section in
                    opens {
                        let held = try CaseKeys.report(in: row, id: id, header: header, keys: old)
                        _ = try AttachmentKeys(
                            wrapped, of: place.key, report: id, header: header, key: held.files(of: section))
                    }
                }
                return count + (isOpen ? 1 : 0)
            }
        }
        #expect(try opened(leaver.store) == files.count)
        leaver.close()

        var desk = try office.open()
        try office.remove("leaver", at: desk)
        #expect(try opened(desk.store) == 0)
        for place in places.values {
            let row = try #require(try desk.store.entry(place.number))
            #expect(!opens { _ = try LedgerChain.open(row, number: place.number, header: header, keys: old) })
        }
        for isAgain in [false, true] {
            if isAgain {
                desk.close()
                desk = try office.open()
            }
            for file in files.values {
                #expect(try office.bytes(of: file.id, report: report, at: desk) == file.bytes)
            }
        }
        // New files come in beside the old ones, and all of them are whole.
        let added = try office.attachment(TestFiles.picture(500), to: report, at: desk)
        #expect(try desk.verifyAttachments(of: nil).ok)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        desk.close()
        #expect(throws: VaultError.wrongKey) { try office.open(person: "leaver") }
        let helper = try office.open(person: "helper")
        let facts = try #require(files["facts"])
        #expect(try office.bytes(of: facts.id, report: report, at: helper) == facts.bytes)
        #expect(try office.bytes(of: added, report: report, at: helper).count == 500)
        let identity = try #require(files["identity"])
        #expect(throws: VaultError.noKey) { try office.bytes(of: identity.id, report: report, at: helper) }
    }
}
