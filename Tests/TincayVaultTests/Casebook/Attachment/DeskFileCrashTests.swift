import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Files and entries after a step that was the last before a power cut: both are there, or neither.
struct DeskFileCrashTests {
    /// Where a run may end.
    enum Step: CaseIterable {
        case begun, written, finished, placed, committed, settled
    }

    /// An office, its desk, and a report.
    private func office() throws -> (office: TestOffice, desk: Desk, report: String) {
        let office = try TestOffice()
        let desk = try office.desk()
        return (office, desk, try office.file(#"{"told": "one"}"#, form: TestForms.plain(), at: desk))
    }

    /// A copy of everything on the disk, as a power cut leaves it, in a folder of its own.
    private func cut(_ office: TestOffice) throws -> TestOffice {
        let copy = try TestOffice()
        for name in try FileManager.default.contentsOfDirectory(atPath: office.folder) {
            try FileManager.default.copyItem(
                atPath: "\(office.folder)/\(name)", toPath: "\(copy.folder)/\(name)")
        }
        return copy
    }

    @Test(arguments: [false, true])
    func aRunThatEndsAfterAnyStepLeavesTheFileWholeOrNothing(named: Bool) throws {
        let (office, desk, report) = try office()
        let file = TestFiles.picture(150_000)
        for step in Step.allCases {
            let upload = try office.begin(report, at: desk, named: named)
            if step != .begun { try office.write(file, to: upload) }
            if step >= .finished { try upload.finish() }
            if step >= .placed { try desk.place(upload) }
            if step >= .committed { try desk.commit(upload) }
            if step >= .settled { upload.settle() }
            let after = try cut(office)
            let again = try after.open()
            let listed = try after.attachments(of: report, at: again)
            #expect(listed.count == (step == .settled ? 2 : step == .committed ? 1 : 0), "\(step)")
            #expect(after.fileNames.count == listed.count, "\(step)")
            #expect(after.fileNames.allSatisfy { !$0.hasSuffix(".part") })
            for item in listed {
                #expect(try after.bytes(of: item["id"] as? String ?? "", report: report, at: again) == file)
            }
            #expect(try after.verify(again)["ok"] as? Bool == true)
            again.close()
            upload.abandon()
        }
        // Even the file whose last step was left out is read, under the name that it has.
        for item in try office.attachments(of: report, at: desk) {
            #expect(try office.bytes(of: item["id"] as? String ?? "", report: report, at: desk) == file)
        }
    }

    @Test func aFileThatIsBeingWrittenIsNeverTidiedAway() throws {
        let (office, desk, report) = try office()
        let upload = try office.begin(report, at: desk, named: true)
        try office.write(TestFiles.picture(100_000), to: upload)
        #expect(office.fileNames.count == 1)
        desk.tidyFiles()
        #expect(office.fileNames.count == 1)
        try upload.finish()
        _ = try desk.enter(upload)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func somebodyElsesFilesInTheFolderStayAsTheyAre() throws {
        let (office, desk, report) = try office()
        try office.attach(TestFiles.picture(100), to: report, at: desk)
        desk.close()
        let names = [String(repeating: "a", count: 32), "notes.part", "x"]
        for name in names { office.write([1, 2, 3], to: "desk.files/\(name)") }
        let left = String(repeating: "b", count: 32) + ".part"
        office.write([1, 2, 3], to: "desk.files/\(left)")
        try FileManager.default.createSymbolicLink(
            atPath: "\(office.folder)/desk.files/\(String(repeating: "c", count: 32)).part",
            withDestinationPath: "\(office.folder)/desk")
        let again = try office.open()
        for name in names { #expect(office.fileNames.contains(name)) }
        #expect(!office.fileNames.contains(left))
        #expect(try office.verify(again)["ok"] as? Bool == true)
        #expect(!office.bytes("desk").isEmpty)
    }

    @Test func anOlderDeskFileThatIsPutBackForAWhileCostsNoFile() throws {
        let (office, desk, report) = try office()
        desk.close()
        let old = office.bytes("desk")
        let later = try office.open()
        let file = TestFiles.picture(20_000)
        let id = try office.attachment(file, to: report, at: later)
        later.close()
        let new = office.bytes("desk")
        office.write(old, to: "desk")
        try office.open().close()
        office.write(new, to: "desk")
        let again = try office.open()
        #expect(try office.bytes(of: id, report: report, at: again) == file)
    }

    @Test func aFullDeskFileLeavesNeitherEntryNorFile() throws {
        let (office, desk, report) = try office()
        let file = TestFiles.picture(10_000)
        let id = try office.attachment(file, to: report, at: desk)
        desk.close()
        let pages = office.bytes("desk").count / 8192
        let tight = try office.open(pageLimit: pages + 1)
        var failed = false
        for _ in 0..<200 where !failed {
            let names = office.fileNames
            do { try office.attach(file, to: report, at: tight) } catch {
                #expect(error as? VaultError == .diskFull)
                #expect(office.fileNames == names)
                failed = true
            }
        }
        #expect(failed)
        // A destruction that cannot be entered leaves the file, too.
        let names = office.fileNames
        do { try tight.detach(Array(report.utf8), Array(id.utf8), reason: Array("why".utf8)) } catch {
            #expect(error == .diskFull)
            #expect(office.fileNames == names)
        }
        tight.close()
        let again = try office.open()
        #expect(try office.verify(again)["ok"] as? Bool == true)
        #expect(office.fileNames.count == (try office.attachments(of: report, at: again).count))
    }

    @Test func aFolderThatCannotBeMadeIsAnAnswer() throws {
        let (office, desk, report) = try office()
        office.write([1], to: "desk.files")
        #expect(throws: VaultError.self) { try office.attach(TestFiles.picture(100), to: report, at: desk) }
        desk.close()
        let again = try office.open()
        #expect(try office.attachments(of: report, at: again).isEmpty)
        try FileManager.default.removeItem(atPath: "\(office.folder)/desk.files")
        try FileManager.default.createSymbolicLink(
            atPath: "\(office.folder)/desk.files", withDestinationPath: office.folder)
        #expect(throws: VaultError.self) { try office.attach(TestFiles.picture(100), to: report, at: again) }
    }
}

extension DeskFileCrashTests.Step: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
