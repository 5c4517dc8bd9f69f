import Foundation
import Testing
import TincayIntake
import TincaySQLite

@testable import TincayVault

@Suite struct LetterboxTests {
    @Test func aReportReachesTheDeskExactlyOnce() throws {
        let point = try TestPoint()
        let box = try point.box()
        #expect(try point.submit("the first thing", to: box).accepted)
        #expect(try point.submit("the second thing", to: box).accepted)
        let told = try point.desks[0].read(try box.pack())
        #expect(told.sorted() == ["the first thing", "the second thing"])
    }

    @Test func answersThatTheFormRefusesAreNotKept() throws {
        let point = try TestPoint()
        let box = try point.box()
        let before = point.bytes("box") + point.bytes("box-wal")
        #expect(try !point.submit("", to: box).accepted)
        #expect(point.bytes("box") + point.bytes("box-wal") == before)
        #expect(throws: VaultError.invalidJSON(.syntax)) { try point.submit("\"", to: box) }
        #expect(try point.told(in: box).isEmpty)
    }

    @Test func whatWasAcknowledgedIsThereAfterAPowerCut() throws {
        let point = try TestPoint()
        let box = try point.box()
        for index in 0..<6 {
            try point.submit("report \(index)", to: box)
            // What lies on the disk while the box is open is what a cut would leave.
            point.write(point.bytes("box"), to: "copy")
            point.write(point.bytes("box-wal"), to: "copy-wal")
            let copy = try point.open("copy")
            #expect(try point.told(in: copy).count == index + 1)
            copy.close()
        }
    }

    @Test func aLogCutAnywhereLeavesTheOldStateOrTheNew() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("report 0", to: box)
        let before = point.bytes("box-wal")
        try point.submit("report 1", to: box)
        let file = point.bytes("box")
        let log = point.bytes("box-wal")
        // Frames are written in order over zeros: a cut leaves the first of them.
        let changed = log.indices.filter { $0 >= before.count || log[$0] != before[$0] }
        let first = try #require(changed.first)
        let last = try #require(changed.last)
        #expect(last - first > 16_384)
        for cut in stride(from: first, through: last, by: 997) {
            point.write(file, to: "copy")
            point.write(Array(log[..<cut]) + before.dropFirst(cut), to: "copy-wal")
            let copy = try point.open("copy")
            #expect(try point.told(in: copy).count == 1)
            copy.close()
        }
        point.write(file, to: "copy")
        point.write(log, to: "copy-wal")
        #expect(try point.told(in: point.open("copy")).count == 2)
    }

    @Test func everySlotHasTheSameSizeWhetherItHoldsAReportOrNoise() throws {
        let point = try TestPoint()
        let box = try point.box(["slot_kib": "32"])
        try point.submit("short", to: box)
        try point.submit(String(repeating: "long ", count: 3000), to: box)
        for _ in 0..<5 { try point.submit("more than a day's slots", to: box) }
        let sizes = try box.file.connection.prepare(
            "SELECT count(*), min(length(envelope)), max(length(envelope)), min(length(id)), max(length(id)) FROM slot"
        )
        #expect(try sizes.step())
        #expect(sizes.int64(0) == 7 && sizes.int64(1) == 32768 && sizes.int64(2) == 32768)
        #expect(sizes.int64(3) == 16 && sizes.int64(4) == 16)
    }

    @Test func aReportTooLargeForASlotIsRefusedAndNothingIsKept() throws {
        let point = try TestPoint()
        let box = try point.box()
        let large = try point.drop(String(repeating: "x", count: 17_000), into: box)
        #expect(large.obstacle == .tooLarge && large.checked.accepted && !large.isKept)
        #expect(try point.told(in: box).isEmpty)
        try point.submit("a shorter one", to: box)
        #expect(try point.told(in: box) == ["a shorter one"])
    }

    @Test func noWordOfAReportIsInAnyFile() throws {
        let point = try TestPoint()
        let box = try point.box()
        let word = "canary\u{1EA1}word"
        for _ in 0..<6 { try point.submit("\(word) \(word)", to: box) }
        for form in [
            Data(word.utf8), Data(word.decomposedStringWithCanonicalMapping.utf8),
            word.data(using: .utf16LittleEndian) ?? Data(), Data("told".utf8), Data("urn:example".utf8),
        ] {
            #expect(point.everyByte.range(of: form) == nil)
        }
        box.close()
        #expect(point.everyByte.range(of: Data("canary".utf8)) == nil)
    }

    @Test func afterTheDayIsOverNothingTellsWhichSlotsWereUsed() throws {
        let point = try TestPoint()
        try point.create()
        try point.create(at: "quiet")
        for name in ["box", "quiet"] {
            let box = try point.open(name)
            if name == "box" { for _ in 0..<3 { try point.submit("something", to: box) } }
            point.clock.milliseconds = TestClock().milliseconds + 86_400_000
            try box.tick()
            // What is there is room taken ahead.
            #expect(point.bytes(name + "-wal").allSatisfy { $0 == 0 })
            box.close()
            point.clock.milliseconds = TestClock().milliseconds
        }
        let used = point.bytes("box")
        let quiet = point.bytes("quiet")
        #expect(used.count == quiet.count)
        // Pages that hold no envelope are the same to the byte, but for the key and the cards.
        #expect(Array(used[..<100]) == Array(quiet[..<100]))
        point.clock.advance(days: 1)
        for query: StaticString in [
            "SELECT body FROM state", "SELECT group_concat(number || ' ' || since) FROM mark",
            "SELECT group_concat(number) FROM slot",
        ] {
            let values = try ["box", "quiet"].map { name in
                let box = try point.open(name)
                defer { box.close() }
                return try box.file.row(query).blob(0)
            }
            #expect(values[0] == values[1])
        }
    }

    @Test func whenADayIsOverEveryOneOfItsSlotsHasChangedWhetherItWasUsedOrNot() throws {
        for count in 0...4 {
            let point = try TestPoint()
            let box = try point.box()
            let before = try point.slots(in: box)
            for index in 0..<count { try point.submit("report \(index)", to: box) }
            point.clock.advance(days: 1)
            try box.tick()
            let after = try point.slots(in: box)
            #expect(before.count == 4 && after.count == 8)
            for (old, new) in zip(before, after) { #expect(old != new) }
            // Earlier days' slots stay as they are.
            point.clock.advance(days: 1)
            try box.tick()
            #expect(try Array(point.slots(in: box).prefix(4)) == Array(after.prefix(4)))
            #expect(try point.told(in: box).count == count)
        }
    }

    @Test func aSlotThatSomebodyTookOutOfTheFileDoesNotHoldUpTheDay() throws {
        let point = try TestPoint()
        let box = try point.box()
        try box.file.connection.execute("DELETE FROM slot WHERE number = 2")
        point.clock.advance(days: 1)
        try box.tick()
        #expect(try point.slots(in: box).count == 7)
    }

    @Test func everyDayBringsTheSameNumberOfSlots() throws {
        let point = try TestPoint()
        let box = try point.box(["slots_per_day": "3"])
        for day in 1...5 {
            #expect(try point.status(of: box)["slots"] as? Int == 3 * day)
            point.clock.advance(days: 1)
        }
        point.clock.advance(days: 10_000)
        #expect(try point.status(of: box)["slots"] as? Int == 3 * (5 + 31))
    }

    @Test func moreReportsThanSlotsAddSlotsThatLaterDaysSave() throws {
        let point = try TestPoint()
        let box = try point.box()
        for index in 0..<7 { try point.submit("report \(index)", to: box) }
        #expect(try point.told(in: box).count == 7)
        #expect(box.state.today == 7)
        // The point's health does not tell how many came.
        #expect(try point.status(of: box)["slots"] as? Int == 4)
        point.clock.advance(days: 1)
        #expect(try point.status(of: box)["slots"] as? Int == 8)
    }

    @Test func aClockThatRunsBackwardsIsSaidAndNothingIsLost() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("before", to: box)
        point.clock.advance(days: -20_000)
        try point.submit("during", to: box)
        #expect(try point.status(of: box)["clock"] as? String == "doubtful")
        point.clock.advance(days: 20_001)
        #expect(try point.status(of: box)["clock"] as? String == "trusted")
        #expect(try point.told(in: box).sorted() == ["before", "during"])
        #expect(point.desks[0].heads.contains { $0.contains("\"clock\":\"doubtful\"") })
    }

    @Test func aFullDiskIsSaidAndChangesNothing() throws {
        let point = try TestPoint()
        try point.create()
        let pages = point.bytes("box").count / 4096
        let box = try point.open(pageLimit: pages)
        for index in 0..<4 { try point.submit("report \(index)", to: box) }
        #expect(throws: VaultError.diskFull) { try point.submit("one too many", to: box) }
        point.clock.advance(days: 1)
        #expect(throws: VaultError.diskFull) { try box.tick() }
        #expect(throws: VaultError.diskFull) { try point.submit("one too many", to: box) }
        #expect(try point.told(in: box).count == 4)
        box.close()
        let roomy = try point.open()
        #expect(try point.told(in: roomy).count == 4)
        try point.submit("room again", to: roomy)
    }

    @Test func onlyOneHoldsABoxAtATime() throws {
        let point = try TestPoint()
        let box = try point.box()
        #expect(throws: VaultError.busy) { try point.open() }
        box.close()
        #expect(throws: VaultError.defect) { try box.status() }
        try point.open().close()
    }

    @Test func closingLeavesOneFile() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("something", to: box)
        box.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: point.folder) == ["box"])
    }
}
