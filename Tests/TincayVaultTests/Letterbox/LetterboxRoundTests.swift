import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Bundles that go round.
@Suite struct LetterboxRoundTests {
    /// A box with 192 slots of six days, three and a bit bundles of them.
    private func backlog(_ point: TestPoint) throws -> Letterbox {
        let box = try point.box(["slots_per_day": "32"])
        try point.submit("the oldest", to: box)
        point.clock.advance(days: 5)
        try box.tick()
        return box
    }

    /// What the next bundle brings: how many slots, and what the reports tell.
    private func next(_ point: TestPoint, _ box: Letterbox) throws -> (count: Int, told: [String], ids: Set<ReportID>) {
        let opened = try point.desks[0].open(try box.pack())
        let told = try point.desks[0].read(items: opened.items)
        return (opened.count, told, Set(opened.items.compactMap { Envelope.identifier(of: $0) }))
    }

    @Test func aDeskThatNeverAnswersHoldsUpNoReport() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        try point.submit("the newest", to: box)
        #expect(try point.status(of: box)["bundles_waiting"] as? Int == 4)
        for _ in 0..<3 {
            let round = try (0..<4).map { _ in try next(point, box) }
            #expect(round.map(\.count) == [63, 63, 63, 3])
            #expect(round.flatMap(\.told) == ["the oldest", "the newest"])
            #expect(round.reduce(into: Set()) { $0.formUnion($1.ids) }.count == 192)
        }
    }

    @Test func aRoundGoesOnAfterTheBoxWasClosed() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        let first = try next(point, box)
        box.close()
        let again = try point.open()
        let second = try next(point, again)
        #expect(first.ids.isDisjoint(with: second.ids))
        #expect(try point.status(of: again)["packed"] as? Int == 2)
    }

    @Test func todaysSlotsComeInTheLastOfARound() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        try point.submit("today", to: box)
        for _ in 0..<2 {
            var told: [[String]] = []
            for _ in 0..<4 { told.append(try next(point, box).told.filter { $0 == "today" }) }
            #expect(told.prefix(2) == [[], []])
            #expect(told.joined().count == 1)
        }
    }

    @Test func daysThatBeginWithinARoundComeInIt() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        _ = try next(point, box)
        point.clock.advance(days: 2)
        try point.submit("later", to: box)
        var told: [String] = []
        var counts: [Int] = []
        for _ in 0..<4 {
            let bundle = try next(point, box)
            told += bundle.told
            counts.append(bundle.count)
        }
        #expect(told.contains("later"))
        #expect(counts == [63, 63, 63, 4])
        #expect(try next(point, box).told == ["the oldest"])
    }

    @Test func whatWasFreedBehindTheCursorEndsTheRound() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        let bundles = try (0..<4).map { _ in try point.desks[0].open(try box.pack()) }
        _ = try box.pack()
        for bundle in bundles.dropFirst() { try point.settle(try point.desks[0].receipt(covering: bundle), in: box) }
        // Of the round that has begun nothing is left but today's noise, so the next bundle brings the oldest again.
        let bundle = try next(point, box)
        #expect(bundle.told == ["the oldest"])
        #expect(bundle.count == 63)
    }

    @Test func reportsAreFoundAmongWhatWasFreedTheSameDay() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        for _ in 0..<4 {
            try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box)
        }
        #expect(try point.status(of: box)["bundles_waiting"] as? Int == 0)
        try point.submit("after all was freed", to: box)
        let bundle = try next(point, box)
        // The noise travels too, so that nobody sees that one of the slots came back.
        #expect(bundle.count == 32 && bundle.told == ["after all was freed"])
    }

    @Test func rowsThatHoldNoEnvelopeStopNoRound() throws {
        let point = try TestPoint()
        let box = try backlog(point)
        try box.file.connection.execute("UPDATE slot SET envelope = zeroblob(9) WHERE number IN (1, 64, 192)")
        let round = try (0..<3).map { _ in try next(point, box) }
        #expect(round.map(\.count) == [63, 63, 63])
        #expect(try next(point, box).ids == round[0].ids)
    }

    @Test func twoDesksOfWhichOneIsSilentLoseNothing() throws {
        let point = try TestPoint(desks: 2)
        let box = try backlog(point)
        for _ in 0..<8 {
            let bundle = try box.pack()
            #expect(try point.settle(try point.desks[0].receipt(for: bundle), in: box).freed == 0)
        }
        let silent = point.desks[1]
        var told: [String] = []
        for _ in 0..<4 { told += try silent.read(try box.pack()) }
        #expect(told == ["the oldest"])
        let desks = try #require(try point.status(of: box)["desks"] as? [[String: Any]])
        #expect(desks.map { $0["name"] as? String } == ["desk 0", "desk 1"])
        #expect(desks[0]["last_receipt"] is String && desks[1]["last_receipt"] is NSNull)
        // Once the silent one speaks, everything that the other has covered as well is freed.
        var freed = 0
        for _ in 0..<4 {
            let bundle = try silent.open(try box.pack())
            freed += try point.settle(try silent.receipt(covering: bundle), in: box).freed
        }
        #expect(freed == 192)
    }
}
