import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Files that are kept with reports.
struct DeskAttachingTests {
    /// An office, its desk, and a report.
    private func office() throws -> (office: TestOffice, desk: Desk, report: String) {
        let office = try TestOffice()
        let desk = try office.desk()
        return (office, desk, try office.file(#"{"told": "one"}"#, form: TestForms.plain(), at: desk))
    }

    @Test func aFileOfAnySizeComesBackAsItWas() throws {
        let (office, desk, report) = try office()
        let piece = AttachmentLayout.pieceSize
        for count in [4, 4095, 4096, 4097, piece - 1, piece, piece + 1, 3 * piece, 5 * piece + 17, 1_000_003] {
            let file = TestFiles.picture(count)
            for step in [1 << 20, piece, 777] {
                let told = try office.attach(file, to: report, at: desk, step: step)
                #expect(told["size"] as? Int == count)
                #expect(told["type"] as? String == "image/jpeg")
                let id = told["id"] as? String ?? ""
                #expect(try office.bytes(of: id, report: report, at: desk, step: step) == file, "\(count) \(step)")
            }
        }
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        desk.close()
        // What lies in the folder says nothing of names, sizes or contents.
        #expect(office.fileNames.count == 30)
        #expect(office.fileNames.allSatisfy { $0.count == 32 })
    }

    @Test func aReportListsItsFilesAndItsHistoryTellsOfThem() throws {
        let (office, desk, report) = try office()
        let other = try office.file(#"{"told": "two"}"#, form: TestForms.plain(), at: desk)
        let id = try office.attach(
            TestFiles.picture(5000), to: report, about: #"{"name": "vết bầm.jpg", "section": "identity"}"#, at: desk)[
                "id"]
        let listed = try office.attachments(of: report, at: desk)
        #expect(listed.count == 1)
        #expect(listed.first?["id"] as? String == id as? String)
        #expect(listed.first?["name"] as? String == "vết bầm.jpg")
        #expect(listed.first?["section"] as? String == "identity")
        #expect(listed.first?["type"] as? String == "image/jpeg")
        #expect(listed.first?["size"] as? Int == 5000)
        #expect(listed.first?["person"] as? String == TestOffice.person)
        #expect(try office.attachments(of: other, at: desk).isEmpty)
        #expect(throws: VaultError.notFound) {
            try office.bytes(of: id as? String ?? "", report: other, at: desk)
        }
        _ = try office.bytes(of: id as? String ?? "", report: report, at: desk)
        let history = try office.history(report, at: desk)
        #expect(
            history.map { $0["type"] as? String } == ["filed", "attached", "read", "attachment_read", "read"])
        #expect(history[1]["media_type"] as? String == "image/jpeg")
        #expect(history[3]["attachment"] as? String == id as? String)
    }

    @Test func whatWasKeptIsThereAfterUnlockingAgain() throws {
        let (office, desk, report) = try office()
        let file = TestFiles.picture(200_000)
        let id = try office.attachment(file, to: report, at: desk)
        desk.close()
        let again = try office.open()
        #expect(try office.bytes(of: id, report: report, at: again) == file)
        #expect(try office.attachments(of: report, at: again).count == 1)
    }

    @Test func aKindThatTheFormDoesNotTakeIsRefusedWhateverItIsCalled() throws {
        let (office, desk, report) = try office()
        for bytes in [Array("MZ".utf8) + Random.bytes(9000), Array("only text, called a picture".utf8), []] {
            #expect(throws: VaultError.notAccepted) { try office.attach(bytes, to: report, at: desk) }
        }
        #expect(throws: VaultError.notAccepted) {
            try office.attach(
                TestFiles.picture(100), to: report, about: #"{"name": "a", "type": "image/png"}"#, at: desk)
        }
        #expect(office.fileNames.isEmpty)
        #expect(try office.attachments(of: report, at: desk).isEmpty)
    }

    @Test func aFormSaysWhatItTakesAndHowMuch() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try Form(
            parsing: Array(
                #"""
                {"$id": "urn:example:files", "type": "object",
                 "x-tincay-attachments": {"types": ["text/plain"], "max_bytes": 100000, "max_count": 2}}
                """#.utf8))
        try desk.keep(form)
        let report = try office.file("{}", form: form, at: desk)
        let text = [UInt8](repeating: 65, count: 100_000)
        #expect(throws: VaultError.notAccepted) { try office.attach(TestFiles.picture(10), to: report, at: desk) }
        #expect(throws: VaultError.tooLarge) { try office.attach(text + [65], to: report, at: desk, step: 1000) }
        try office.attach(text, to: report, at: desk)
        let early = try office.begin(report, at: desk)
        try office.attach([65], to: report, at: desk)
        #expect(throws: VaultError.tooLarge) { try office.begin(report, at: desk) }
        try office.write([65], to: early)
        try early.finish()
        #expect(throws: VaultError.tooLarge) { try desk.enter(early) }
        #expect(office.fileNames.count == 2)
    }

    @Test(arguments: [
        "{}", #"{"name": ""}"#, #"{"name": 1}"#, #"{"name": "a", "section": "other"}"#, #"{"name": "a", "path": "b"}"#,
    ])
    func whatIsSaidOfAFileIsChecked(_ about: String) throws {
        let (office, desk, report) = try office()
        #expect(throws: VaultError.invalidInput) { try office.begin(report, about: about, at: desk) }
        #expect(throws: VaultError.notFound) { try office.begin("00", at: desk) }
    }

    @Test func severalFilesComeInAtOnce() throws {
        let (office, desk, report) = try office()
        let files = (0..<4).map { _ in TestFiles.picture(300_000) }
        let uploads = try files.map { _ in try office.begin(report, at: desk) }
        for start in stride(from: 0, to: 300_000, by: 50_000) {
            for (file, upload) in zip(files, uploads) {
                try office.write([UInt8](file[start..<start + 50_000]), to: upload)
            }
        }
        for (file, upload) in zip(files, uploads) {
            try upload.finish()
            let id = try office.object(desk.enter(upload))["id"] as? String ?? ""
            #expect(try office.bytes(of: id, report: report, at: desk) == file)
        }
    }

    @Test func anUploadThatIsOverTakesNothingMore() throws {
        let (office, desk, report) = try office()
        let upload = try office.begin(report, at: desk)
        try office.write(TestFiles.picture(10), to: upload)
        #expect(throws: VaultError.defect) { try desk.enter(upload) }
        #expect(throws: VaultError.defect) { try office.write([1], to: upload) }
        #expect(throws: VaultError.defect) { try upload.finish() }
        let second = try office.begin(report, at: desk)
        try office.write(TestFiles.picture(10), to: second)
        try second.finish()
        desk.close()
        #expect(throws: VaultError.defect) { try desk.enter(second) }
        #expect(office.fileNames.isEmpty)
    }

    @Test func paddingIsAtMostAnEighthAndHidesTheSize() {
        var sizes: Set<Int64> = []
        for exponent in 0..<40 {
            for part in 0..<64 {
                let size = (Int64(1) << exponent) + (Int64(1) << exponent) / 64 * Int64(part)
                let padded = AttachmentLayout.padded(size)
                sizes.insert(padded)
                #expect(padded >= size)
                #expect(padded % 4096 == 0)
                #expect(padded - size <= max(4096, size / 8), "\(size)")
                #expect(AttachmentLayout.padded(padded) == padded)
            }
        }
        #expect(sizes.count < 1100)
        #expect(AttachmentLayout.padded(1 << 30) == 1 << 30)
        #expect(AttachmentLayout.padded(0) == 4096)
    }
}
