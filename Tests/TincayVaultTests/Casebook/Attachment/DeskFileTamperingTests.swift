import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Files that somebody without keys has changed, moved or taken, and files that were destroyed.
struct DeskFileTamperingTests {
    /// An office, its desk, a report, and a file that is kept with it.
    private func office(_ file: [UInt8]) throws -> (office: TestOffice, desk: Desk, report: String, id: String) {
        let office = try TestOffice()
        let desk = try office.desk()
        let report = try office.file(#"{"told": "one"}"#, form: TestForms.plain(), at: desk)
        return (office, desk, report, try office.attachment(file, to: report, at: desk))
    }

    /// Whether reading a file fails as one that was changed, whatever is read before; nothing false is ever given.
    private func isTampered(_ office: TestOffice, _ desk: Desk, _ report: String, _ id: String, is file: [UInt8])
        -> Bool
    {
        do {
            let bytes = try office.bytes(of: id, report: report, at: desk)
            Issue.record("\(bytes.count) bytes were given as whole; right: \(bytes == file)")
            return false
        } catch {
            return error as? VaultError == .tampered || error as? VaultError == .tooNew
        }
    }

    /// The row with a file's wrapped key.
    private func key(of id: String, at desk: Desk) throws -> [UInt8] {
        let id = try #require(AttachmentID(hexadecimal: Array(id.utf8)))
        let place = try #require(desk.caseload.attachments.places[id])
        return try #require(try desk.store.file(place.number))
    }

    @Test func aFlippedBitAnywhereIsFoundOut() throws {
        let file = TestFiles.picture(140_000)
        let (office, desk, report, id) = try office(file)
        let name = "desk.files/\(try #require(office.fileNames.first))"
        let original = office.bytes(name)
        let places =
            Array(0..<80) + [65_640, 65_641, 131_000, original.count - 1, original.count - 20]
            + (0..<20).map { _ in Int.random(in: original.indices) }
        for place in places {
            var bytes = original
            bytes[place] ^= 1 << UInt8.random(in: 0..<8)
            office.write(bytes, to: name)
            #expect(isTampered(office, desk, report, id, is: file), "\(place)")
            #expect(try desk.checkFiles(hashes: true).findings.count == 1)
            #expect(try desk.checkFiles().ok)
        }
        office.write(original, to: name)
        #expect(try office.bytes(of: id, report: report, at: desk) == file)
        #expect(try desk.checkFiles(hashes: true).ok)
    }

    @Test(arguments: [0, 23, 24, 71]) func aKeyThatDoesNotOpenIsFoundOut(place: Int) throws {
        let (office, desk, report, id) = try office(TestFiles.picture(1_000))
        var key = try key(of: id, at: desk)
        key[place] ^= 1
        try desk.store.run("UPDATE file SET key = ?1", key)
        #expect(try !desk.checkFiles().ok)
        #expect(try desk.verifyAttachments(of: nil).ok == false)
        #expect(try office.verify(desk)["ok"] as? Bool == false)
        key[place] ^= 1
        try desk.store.run("UPDATE file SET key = ?1", key)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        _ = try office.bytes(of: id, report: report, at: desk)
    }

    @Test func aFileThatIsCutExtendedOrEmptiedIsFoundOut() throws {
        let file = TestFiles.picture(200_000)
        let (office, desk, report, id) = try office(file)
        let name = "desk.files/\(try #require(office.fileNames.first))"
        let original = office.bytes(name)
        let pieces = AttachmentLayout.sealedPieceSize
        for count in [0, 1, 63, 64, 65, 64 + pieces, 64 + 2 * pieces, original.count - 17, original.count - 1] {
            office.write([UInt8](original.prefix(count)), to: name)
            #expect(isTampered(office, desk, report, id, is: file), "\(count)")
            #expect(try office.wrongFiles(desk, "altered") == [id])
        }
        for more in [1, 17, pieces] {
            office.write(original + [UInt8](repeating: 0, count: more), to: name)
            #expect(isTampered(office, desk, report, id, is: file))
        }
        // Pieces in another order, one twice, one left out, in a file of the right size.
        let first = [UInt8](original[64..<64 + pieces])
        let second = [UInt8](original[64 + pieces..<64 + 2 * pieces])
        for (one, two) in [(second, first), (first, first), (second, second)] {
            office.write([UInt8](original.prefix(64)) + one + two + original.dropFirst(64 + 2 * pieces), to: name)
            #expect(isTampered(office, desk, report, id, is: file))
        }
    }

    @Test func filesThatChangePlacesOrNamesAreFoundOut() throws {
        let file = TestFiles.picture(9000)
        let (office, desk, report, id) = try office(file)
        let other = try office.file(#"{"told": "two"}"#, form: TestForms.plain(), at: desk)
        let otherID = try office.attachment(TestFiles.picture(9000), to: other, at: desk)
        let names = office.fileNames.map { "desk.files/\($0)" }
        let contents = names.map { office.bytes($0) }
        office.write(contents[0], to: names[1])
        office.write(contents[1], to: names[0])
        #expect(isTampered(office, desk, report, id, is: file))
        #expect(isTampered(office, desk, other, otherID, is: file))
        #expect(try desk.checkFiles(hashes: true).findings.count == 2)
        try FileManager.default.moveItem(
            atPath: "\(office.folder)/\(names[0])", toPath: "\(office.folder)/desk.files/other")
        try FileManager.default.removeItem(atPath: "\(office.folder)/\(names[1])")
        for (report, id) in [(report, id), (other, otherID)] {
            #expect(throws: VaultError.notFound) { try office.bytes(of: id, report: report, at: desk) }
        }
        #expect(Set(try office.wrongFiles(desk, "missing")) == [id, otherID])
        #expect(try office.verify(desk)["ok"] as? Bool == false)
        try FileManager.default.createDirectory(
            atPath: "\(office.folder)/\(names[0])", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: "\(office.folder)/\(names[1])", withDestinationPath: "\(office.folder)/desk.files/other")
        #expect(Set(try office.wrongFiles(desk, "altered")) == [id, otherID])
        for (report, id) in [(report, id), (other, otherID)] {
            #expect(throws: VaultError.self) { try office.bytes(of: id, report: report, at: desk) }
        }
    }

    @Test func keysOfFilesThatWereChangedAreAnAnswer() throws {
        let file = TestFiles.picture(9000)
        let (office, desk, report, id) = try office(file)
        let second = try office.attachment(TestFiles.picture(9000), to: report, at: desk)
        desk.close()
        let original = office.bytes("desk")
        let changes: [StaticString] = [
            "UPDATE file SET key = ?1", "DELETE FROM file WHERE length(?1) > 0",
            "UPDATE file SET number = number + 100 WHERE length(?1) > 0",
        ]
        for sql in changes {
            for size in [1, 72, 500] {
                office.write(original, to: "desk")
                try office.tamper { try $0.run(sql, Random.bytes(size)) }
                let again = try office.open()
                #expect(isTampered(office, again, report, id, is: file), "\(sql)")
                #expect(isTampered(office, again, report, second, is: file), "\(sql)")
                again.close()
            }
        }
    }

    @Test func aFileThatWasDestroyedIsGoneAndItsReportStays() throws {
        let file = TestFiles.picture(9000)
        let (office, desk, report, id) = try office(file)
        let kept = try office.attachment(file, to: report, at: desk)
        let sealed = Dictionary(uniqueKeysWithValues: office.fileNames.map { ($0, office.bytes("desk.files/\($0)")) })
        let row = try key(of: id, at: desk)
        try desk.detach(Array(report.utf8), Array(id.utf8), reason: Array("sent twice".utf8))
        #expect(office.fileNames.count == 1)
        #expect(try office.attachments(of: report, at: desk).map { $0["id"] as? String } == [kept])
        #expect(throws: VaultError.notFound) { try office.bytes(of: id, report: report, at: desk) }
        #expect(throws: VaultError.notFound) {
            try desk.detach(Array(report.utf8), Array(id.utf8), reason: Array("again".utf8))
        }
        #expect(try office.bytes(of: kept, report: report, at: desk) == file)
        #expect(try office.history(report, at: desk).contains { $0["reason"] as? String == "sent twice" })
        desk.close()
        // Whoever brings the sealed file back has nothing to open it with.
        #expect(office.everyByte.range(of: Data(row)) == nil)
        for (name, bytes) in sealed { office.write(bytes, to: "desk.files/\(name)") }
        let again = try office.open()
        #expect(throws: VaultError.notFound) { try office.bytes(of: id, report: report, at: again) }
        #expect(try office.verify(again)["ok"] as? Bool == true)
    }

    @Test func shreddingAReportTakesItsFilesAlong() throws {
        let file = TestFiles.picture(9000)
        let (office, desk, report, id) = try office(file)
        let other = try office.file(#"{"told": "two"}"#, form: TestForms.plain(), at: desk)
        let kept = try office.attachment(file, to: other, at: desk)
        let half = try office.begin(report, at: desk)
        try office.write(file, to: half)
        try half.finish()
        let row = try key(of: id, at: desk)
        try desk.shred(Array(report.utf8), reason: Array("over".utf8))
        #expect(office.fileNames.count == 1)
        #expect(throws: VaultError.notFound) { try office.bytes(of: id, report: report, at: desk) }
        #expect(throws: VaultError.notFound) { try desk.enter(half) }
        #expect(try office.bytes(of: kept, report: other, at: desk) == file)
        desk.close()
        #expect(office.everyByte.range(of: Data(row)) == nil)
        let again = try office.open()
        #expect(try office.verify(again)["ok"] as? Bool == true)
        #expect(office.fileNames.count == 1)
    }

    @Test func nothingOfAFileIsInClearOnTheDisk() throws {
        let words = Array("a sentence that only this picture says ".utf8)
        let file: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [[UInt8]](repeating: words, count: 5000).joined()
        let (office, desk, report, _) = try office(file)
        let upload = try office.begin(report, at: desk, named: true)
        try office.write(file, to: upload)
        let everything = office.fileNames.reduce(office.everyByte) { $0 + Data(office.bytes("desk.files/\($1)")) }
        #expect(everything.count > 300_000)
        #expect(everything.range(of: Data(words)) == nil)
        #expect(everything.range(of: Data("ảnh".utf8)) == nil)
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(office.folder)/desk.files")
        #expect(attributes[FileAttributeKey.posixPermissions] as? Int == 0o700)
        for name in office.fileNames {
            let file = try FileManager.default.attributesOfItem(atPath: "\(office.folder)/desk.files/\(name)")
            #expect(file[FileAttributeKey.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func theSumOfFilesGoesToBytesAndBack() throws {
        let (_, desk, _, _) = try office(TestFiles.picture(100))
        let bytes = desk.caseload.attachments.bytes
        var reader = ByteReader(bytes[...])
        let read = try Attachments(&reader)
        #expect(read.places == desk.caseload.attachments.places)
        for count in bytes.indices {
            var reader = ByteReader(bytes.prefix(count))
            #expect(throws: VaultError.badFormat) { try Attachments(&reader) }
        }
    }
}
