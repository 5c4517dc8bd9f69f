import Foundation
import Testing
import TincaySQLite

@Suite struct ConnectionTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    /// Makes a database with one table, and opens it.
    func database(_ name: String = "file", pageLimit: Int? = nil) throws -> Connection {
        let made = try Connection(path: folder.file(name), mode: .create)
        try made.transaction { () throws(SQLiteError) in
            try made.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, body BLOB) STRICT")
            try made.setApplicationID(77)
            try made.setUserVersion(3)
        }
        made.close()
        return try Connection(path: folder.file(name), mode: .open, pageLimit: pageLimit)
    }

    @Test func whatIsCommittedIsThereAfterReopening() throws {
        let first = try database()
        let insert = try first.prepare("INSERT INTO item (body) VALUES (?)")
        try first.transaction { () throws(SQLiteError) in
            try insert.bind([1, 2, 3], at: 1)
            try insert.run()
        }
        #expect(first.changes == 1)
        first.close()
        let second = try Connection(path: folder.file("file"), mode: .open)
        let select = try second.prepare("SELECT id, body, NULL FROM item")
        #expect(try select.step())
        #expect(select.int64(0) == 1)
        #expect(select.blob(1) == [1, 2, 3])
        #expect(select.isNull(2) && select.blob(2).isEmpty && select.int64(9) == 0)
        #expect(try !select.step())
        #expect(try second.applicationID() == 77)
        #expect(try second.userVersion() == 3)
    }

    @Test func closingLeavesOneFileThatOnlyTheOwnerMayRead() throws {
        let connection = try database()
        try connection.execute("INSERT INTO item (body) VALUES (x'00')")
        connection.close()
        #expect(folder.names == ["file"])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/file")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func aThrowingTransactionChangesNothing() throws {
        let connection = try database()
        #expect(throws: SQLiteError.tooLarge) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.execute("INSERT INTO item (body) VALUES (x'00')")
                throw .tooLarge
            }
        }
        #expect(try connection.integer(of: "SELECT count(*) FROM item") == 0)
    }

    @Test func creatingDoesNotOverwriteAFile() throws {
        try database().close()
        folder.write(Array("a letter".utf8), to: "letter")
        for name in ["file", "letter"] {
            let before = folder.bytes(name)
            #expect(throws: SQLiteError.exists) { try Connection(path: folder.file(name), mode: .create) }
            #expect(folder.bytes(name) == before)
        }
    }

    @Test func anEmptyFileLeftByAnInterruptedCreationIsTaken() throws {
        folder.write([], to: "file")
        try database().close()
        #expect(folder.bytes("file").count > 0)
    }

    @Test func abandoningACreationLeavesNothing() throws {
        let connection = try Connection(path: folder.file("file"), mode: .create)
        try connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY) STRICT")
        connection.abandon()
        #expect(folder.names == [])
    }

    @Test func aSecondConnectionIsToldThatTheFileIsBusy() throws {
        let first = try database()
        #expect(throws: SQLiteError.busy) { try Connection(path: folder.file("file"), mode: .open) }
        first.close()
        try Connection(path: folder.file("file"), mode: .open).close()
    }

    @Test func aMissingFileIsNotFoundAndNotMade() {
        #expect(throws: SQLiteError.notFound) { try Connection(path: folder.file("none"), mode: .open) }
        #expect(throws: SQLiteError.notFound) {
            try Connection(path: folder.file("no/folder"), mode: .create)
        }
        #expect(throws: SQLiteError.notFound) { try Connection(path: [], mode: .open) }
        #expect(throws: SQLiteError.notFound) { try Connection(path: folder.file("a\0b"), mode: .open) }
        #expect(folder.names == [])
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        folder.write(Array(repeating: 65, count: 10_000), to: "text")
        #expect(throws: SQLiteError.notADatabase) { try Connection(path: folder.file("text"), mode: .open) }
        #expect(throws: SQLiteError.notADatabase) {
            try Connection(path: Array("/dev/zero".utf8), mode: .open)
        }
        #expect(throws: SQLiteError.notADatabase) {
            try Connection(path: Array(folder.path.utf8), mode: .open)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/text")
        #expect(throws: SQLiteError.access) { try Connection(path: folder.file("link"), mode: .open) }
    }

    @Test func aFileBehindALinkedFolderOpens() throws {
        try database().close()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/here", withDestinationPath: folder.path)
        try Connection(path: folder.file("here/file"), mode: .open).close()
    }

    @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
        let made = try Connection(path: folder.file("file"), mode: .create)
        try made.execute("CREATE TABLE theirs (id INTEGER PRIMARY KEY) STRICT")
        made.close()
        let before = folder.bytes("file")
        #expect(throws: SQLiteError.notADatabase) {
            try Connection(path: folder.file("file"), mode: .open, applicationID: 77)
        }
        #expect(folder.bytes("file") == before && folder.names == ["file"])
    }

    @Test func aSchemaThatIsNotExactlyOursIsRefused() throws {
        let connection = try database()
        let ours: StaticString = "CREATE TABLE item (id INTEGER PRIMARY KEY, body BLOB) STRICT"
        try connection.verifySchema([ours])
        for expected: [StaticString] in [
            [], [ours, ours], ["CREATE TABLE item (id INTEGER PRIMARY KEY) STRICT"],
        ] {
            #expect(throws: SQLiteError.notADatabase) { try connection.verifySchema(expected) }
        }
    }

    @Test func aPlaceThatMayNotBeWrittenIsAnAccessError() {
        #expect(throws: SQLiteError.access) {
            try Connection(path: Array("/sys/tincay-test".utf8), mode: .create)
        }
    }

    @Test func aFullFileChangesNothingAndSaysSo() throws {
        let connection = try database(pageLimit: 4)
        let insert = try connection.prepare("INSERT INTO item (body) VALUES (?)")
        try insert.bind([UInt8](repeating: 1, count: 100_000), at: 1)
        #expect(throws: SQLiteError.diskFull) {
            try connection.transaction { () throws(SQLiteError) in try insert.run() }
        }
        #expect(try connection.integer(of: "SELECT count(*) FROM item") == 0)
        try connection.execute("INSERT INTO item (body) VALUES (x'00')")
    }

    @Test func everyTruncatedOrOverwrittenFileGivesAnAnswer() throws {
        let connection = try database()
        for _ in 0..<20 { try connection.execute("INSERT INTO item (body) VALUES (zeroblob(9000))") }
        connection.close()
        let whole = folder.bytes("file")
        var refused = 0
        for step in 0..<60 {
            var bytes = whole
            let place = whole.count * step / 60
            if step % 2 == 0 {
                bytes.removeLast(bytes.count - place)
            } else {
                for index in place..<min(place + 600, bytes.count) {
                    bytes[index] = UInt8(truncatingIfNeeded: index &* 31)
                }
            }
            folder.write(bytes, to: "bad")
            do {
                let opened = try Connection(path: folder.file("bad"), mode: .open)
                let select = try opened.prepare("SELECT id, body FROM item")
                while try select.step() { _ = select.blob(1) }
            } catch {
                refused += 1
            }
        }
        #expect(refused > 10)
    }

    @Test func aClosedConnectionAnswersInsteadOfCrashing() throws {
        let connection = try database()
        let select = try connection.prepare("SELECT id FROM item")
        connection.close()
        connection.close()
        #expect(throws: SQLiteError.misuse) { try select.step() }
        #expect(throws: SQLiteError.misuse) { try select.bind(1, at: 1) }
        #expect(throws: SQLiteError.misuse) { try connection.execute("SELECT 1") }
        select.reset()
        #expect(select.int64(0) == 0 && select.blob(0).isEmpty && select.isNull(0))
    }

    @Test func aStatementDoesNotOutliveItsConnection() throws {
        let select = try database().prepare("SELECT id FROM item")
        #expect(throws: SQLiteError.misuse) { try select.step() }
        try Connection(path: folder.file("file"), mode: .open).close()
    }

    @Test func keptStatementsAreCompiledOnce() throws {
        let connection = try database()
        var statements: [Statement] = []
        for _ in 0..<2 { statements.append(try connection.statement("SELECT id FROM item")) }
        #expect(statements[0] === statements[1])
        #expect(try connection.prepare("SELECT id FROM item") !== statements[0])
    }

    @Test func theSchemaOfAFileRunsNothing() throws {
        let connection = try database()
        #expect(throws: SQLiteError.notADatabase) {
            try connection.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'")
        }
        #expect(throws: SQLiteError.notADatabase) { try connection.execute("SELECT \"no such column\"") }
        #expect(throws: SQLiteError.notADatabase) { try connection.execute("ATTACH 'other' AS other") }
    }

    @Test func deletedBytesAreGoneAfterACheckpoint() throws {
        let connection = try database()
        let word = Array("canary-canary-canary".utf8)
        let insert = try connection.prepare("INSERT INTO item (body) VALUES (?)")
        try insert.bind(word, at: 1)
        try insert.run()
        #expect(folder.bytes("file-wal").contains(word))
        try connection.execute("DELETE FROM item")
        try connection.checkpoint()
        #expect(folder.bytes("file-wal").isEmpty)
        #expect(!folder.bytes("file").contains(word))
    }

    @Test func onlyALogThatSomebodyLeftBehindTellsOfAnInterruption() throws {
        let first = try database()
        #expect(!first.wasInterrupted)
        try first.execute("INSERT INTO item (body) VALUES (x'00')")
        // What lies there now is what a process leaves that is killed.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/file" + suffix, toPath: folder.path + "/copy" + suffix)
        }
        first.close()
        #expect(try !Connection(path: folder.file("file"), mode: .open).wasInterrupted)
        let copy = try Connection(path: folder.file("copy"), mode: .open)
        #expect(copy.wasInterrupted)
        #expect(try copy.integer(of: "SELECT count(*) FROM item") == 1)
    }

    @Test func aParameterThatDoesNotExistIsAMistake() throws {
        let connection = try database()
        let insert = try connection.statement("INSERT INTO item (id, body) VALUES (?, ?)")
        #expect(throws: SQLiteError.misuse) { try insert.bind(1, at: 3) }
        #expect(throws: SQLiteError.misuse) { try insert.bind(1, at: Int.max) }
        try insert.bind(1, at: 1)
        try insert.bindNull(at: 2)
        try insert.run()
        #expect(throws: SQLiteError.constraint) { try insert.run() }
    }
}
