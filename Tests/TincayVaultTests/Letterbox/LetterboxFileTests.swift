import Foundation
import Testing
import TincaySQLite

@testable import TincayVault

@Suite struct LetterboxFileTests {
    @Test func creatingDoesNotOverwrite() throws {
        let point = try TestPoint()
        try point.create()
        let before = point.bytes("box")
        #expect(throws: VaultError.exists) { try point.create() }
        #expect(point.bytes("box") == before)
    }

    @Test func aSetupThatMakesNoSenseLeavesNoFile() throws {
        let point = try TestPoint()
        for (member, value) in [
            ("point", "{}"), ("point", #"{"name": "", "kind": "X"}"#), ("desks", "[]"), ("desks", "[1]"),
            ("slots_per_day", "0"), ("slots_per_day", "33"), ("slots_per_day", "1.5"), ("slot_kib", "24"),
            ("slot_kib", "512"), ("bundle_mib", "0"), ("bundle_mib", "65"), ("other", "1"),
            ("reserve", "4"), ("reserve", "-1"), ("flood", "1"), ("flood", #"{"burst": 0}"#),
            ("flood", #"{"per_hour": 100001}"#), ("flood", #"{"other": 1}"#), ("alarm_hours", "0"),
            ("alarm_hours", "721"),
        ] {
            #expect(throws: VaultError.invalidInput, "\(member) \(value)") {
                try point.create([member: value])
            }
        }
        let card = String(decoding: point.desks[0].card, as: UTF8.self)
        #expect(throws: VaultError.invalidInput) { try point.create(["desks": "[\(card), \(card)]"]) }
        #expect(throws: VaultError.tampered) {
            try point.create(["desks": "[\(card.replacingOccurrences(of: "desk 0", with: "desk 1"))]"])
        }
        #expect(throws: VaultError.invalidJSON(.syntax)) {
            try Array("{".utf8).withUnsafeBytes { try unsafe Letterbox.create(path: point.path(), setup: $0) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: point.folder) == [])
    }

    @Test func aFileThatIsNoBoxIsRefused() throws {
        let point = try TestPoint()
        #expect(throws: VaultError.notFound) { try point.open() }
        point.write([], to: "box")
        #expect(throws: VaultError.badFormat) { try point.open() }
        point.write(Array(repeating: 1, count: 9000), to: "box")
        #expect(throws: VaultError.badFormat) { try point.open() }
        let foreign = try Connection(path: point.path("foreign"), mode: .create)
        try foreign.execute("CREATE TABLE slot (number INTEGER PRIMARY KEY, id BLOB, envelope BLOB)")
        foreign.close()
        #expect(throws: VaultError.badFormat) { try point.open("foreign") }
        #expect(throws: VaultError.access) {
            try point.setup().withUnsafeBytes {
                try unsafe Letterbox.create(path: Array("/sys/box".utf8), setup: $0)
            }
        }
    }

    @Test func anInterruptedCreationIsNoBoxAndCanBeRepeated() throws {
        let point = try TestPoint()
        point.write([], to: "box")
        #expect(throws: VaultError.badFormat) { try point.open() }
        try point.create()
        try point.open().close()
    }

    @Test func aNewerBoxIsSaidToBeNewer() throws {
        let point = try TestPoint()
        try point.create()
        let connection = try Connection(path: point.path(), mode: .open)
        try connection.setUserVersion(LetterboxFile.version + 1)
        connection.close()
        #expect(throws: VaultError.tooNew) { try point.open() }
        let older = try Connection(path: point.path(), mode: .open)
        try older.setUserVersion(LetterboxFile.version - 1)
        older.close()
        #expect(throws: VaultError.badFormat) { try point.open() }
    }

    @Test(
        arguments: [
            "DROP TABLE mark", "CREATE TABLE more (id INTEGER PRIMARY KEY)", "DELETE FROM setup",
            "DELETE FROM state",
            "UPDATE state SET body = x''", "UPDATE state SET body = zeroblob(160)",
            "UPDATE state SET body = randomblob(160)", "UPDATE state SET body = randomblob(88)",
            "UPDATE setup SET body = x'7b7d'", "UPDATE setup SET body = x'ff'",
        ] as [StaticString])
    func aBoxThatSomebodyEditedIsRefused(_ sql: StaticString) throws {
        let point = try TestPoint()
        try point.create()
        try edit(point, sql)
        #expect(throws: VaultError.badFormat) { try point.open() }
    }

    @Test(
        arguments: [
            "UPDATE slot SET envelope = x'00'", "UPDATE slot SET envelope = x''",
            "UPDATE setup SET seed = x'00'",
            "UPDATE slot SET id = x''", "DELETE FROM slot", "UPDATE slot SET number = number - 1000",
            "INSERT INTO mark VALUES (1, -5, -1)",
        ] as [StaticString])
    func editedRowsGiveAnAnswerAndNoCrash(_ sql: StaticString) throws {
        let point = try TestPoint()
        try point.create()
        try edit(point, sql)
        let box = try point.open()
        for _ in 0..<5 { _ = try? point.submit("something", to: box) }
        if let bundle = try? box.pack() {
            _ = try? point.settle(try point.desks[0].receipt(for: bundle), in: box)
        }
        point.clock.advance(days: 1)
        _ = try? box.tick()
        #expect(try point.status(of: box)["kind"] as? String == "NODE-TRUSTED")
    }

    @Test func aRowThatHoldsNoEnvelopeDoesNotHoldUpTheOthers() throws {
        let point = try TestPoint()
        try point.create(["slots_per_day": "1"])
        let box = try point.open()
        point.clock.advance(days: 1)
        try point.submit("something", to: box)
        box.close()
        try edit(point, "UPDATE slot SET envelope = x'00' WHERE number = 1")
        let edited = try point.open()
        #expect(try point.desks[0].read(try edited.pack()) == ["something"])
    }

    @Test func aDamagedPageHoldsUpOnlyTheSlotsThatLieOnIt() throws {
        let point = try TestPoint()
        try point.create(["slots_per_day": "8"])
        let box = try point.open()
        for day in 0..<3 {
            for number in 0..<8 { try point.submit("\(day) \(number)", to: box) }
            point.clock.advance(days: 1)
            try box.tick()
        }
        box.close()
        let whole = point.bytes("box")
        let pageSize = 4096
        var incomplete = 0
        var unreadable = 0
        for page in 2..<whole.count / pageSize {
            var bytes = whole
            for index in page * pageSize..<page * pageSize + 8 { bytes[index] = 0xFF }
            point.write(bytes, to: "bad")
            guard let bad = try? point.open("bad") else { continue }
            defer { bad.close() }
            var told: Set<String> = []
            for _ in 0..<2 {
                guard let bundle = try? bad.pack() else { break }
                let opened = try point.desks[0].open(bundle)
                for item in opened.items { told.formUnion((try? point.desks[0].read(items: [item])) ?? []) }
                _ = try? point.settle(point.desks[0].receipt(covering: opened), in: bad)
            }
            if told.count < 24 { incomplete += 1 }
            if told.count < 16 { unreadable += 1 }
        }
        // The page that leads to all others is one.
        #expect(unreadable <= 1)
        #expect(incomplete > 0)
    }

    @Test func everyTruncatedOrOverwrittenBoxGivesAnAnswer() throws {
        let point = try TestPoint()
        try point.create()
        let box = try point.open()
        try point.submit("something", to: box)
        box.close()
        let whole = point.bytes("box")
        var refused = 0
        for step in 0..<80 {
            var bytes = whole
            let place = whole.count * step / 80
            if step % 2 == 0 {
                bytes.removeLast(bytes.count - place)
            } else {
                for index in place..<min(place + 300, bytes.count) {
                    bytes[index] = UInt8(truncatingIfNeeded: index &* 31)
                }
            }
            point.write(bytes, to: "bad")
            do {
                let bad = try point.open("bad")
                defer { bad.close() }
                try point.submit("something else", to: bad)
                _ = try bad.status()
                _ = try point.told(in: bad)
            } catch {
                refused += 1
            }
        }
        #expect(refused >= 40)
    }

    /// Changes a closed box with SQL.
    func edit(_ point: TestPoint, _ sql: StaticString) throws {
        let connection = try Connection(path: point.path(), mode: .open)
        try connection.execute(sql)
        connection.close()
    }
}
