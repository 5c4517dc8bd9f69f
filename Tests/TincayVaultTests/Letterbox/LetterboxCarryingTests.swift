import Foundation
import Testing
import TincayIntake

@testable import TincayVault

@Suite struct LetterboxCarryingTests {
    @Test func everyBundleHasTheSameSize() throws {
        let point = try TestPoint()
        let box = try point.box(["bundle_mib": "1"])
        let empty = try box.pack()
        for index in 0..<5 { try point.submit("report \(index)", to: box) }
        #expect(try box.pack().count == 1 << 20)
        #expect(empty.count == 1 << 20)
    }

    @Test func packingForgetsNothingAndNumbersEveryBundle() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("something", to: box)
        let first = try point.desks[0].open(try box.pack())
        let second = try point.desks[0].open(try box.pack())
        #expect(first.items == second.items)
        #expect(first.sequence == 1 && second.sequence == 2)
        box.close()
        let third = try point.desks[0].open(try point.open().pack())
        #expect(third.items == first.items && third.sequence == 3)
    }

    @Test func aReceiptFreesWhatItCoversAndIsIdempotent() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("something", to: box)
        point.clock.advance(days: 2)
        try box.tick()
        let receipt = try point.desks[0].receipt(for: try box.pack())
        #expect(try point.settle(receipt, in: box) == (12, 0))
        #expect(try point.settle(receipt, in: box) == (0, 0))
        // The slots of the closed days are gone; today's were filled anew.
        #expect(try point.status(of: box)["slots"] as? Int == 4)
        #expect(try point.status(of: box)["bundles_waiting"] as? Int == 0)
        #expect(try point.desks[0].read(try box.pack()).isEmpty)
    }

    @Test func slotsFreedTodayTakeReportsAgain() throws {
        let point = try TestPoint()
        let box = try point.box()
        for index in 0..<4 { try point.submit("morning \(index)", to: box) }
        try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box)
        for index in 0..<4 { try point.submit("evening \(index)", to: box) }
        #expect(try point.status(of: box)["slots"] as? Int == 4)
        #expect(try point.desks[0].read(try box.pack()).count == 4)
    }

    @Test func aSlotThatIsFreedTwiceADayCountsOnce() throws {
        let point = try TestPoint()
        let box = try point.box()
        for index in 0..<4 { try point.submit("morning \(index)", to: box) }
        #expect(try point.settle(try point.desks[0].receipt(for: try box.pack(), damaged: 3), in: box) == (1, 3))
        try point.submit("evening", to: box)
        #expect(try point.settle(try point.desks[0].receipt(for: try box.pack(), damaged: 3), in: box) == (1, 3))
        #expect(try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box) == (4, 0))
    }

    @Test func aDayWithMoreReportsThanABundleHoldsIsCarriedTheSameDay() throws {
        let point = try TestPoint()
        let box = try point.box()
        for index in 0..<70 { try point.submit("report \(index)", to: box) }
        var told: Set<String> = []
        for _ in 0..<2 {
            let bundle = try box.pack()
            told.formUnion(try point.desks[0].read(bundle))
            try point.settle(try point.desks[0].receipt(for: bundle), in: box)
        }
        #expect(told.count == 70)
        #expect(try point.status(of: box)["bundles_waiting"] as? Int == 0)
    }

    @Test func aReportThatCameAfterPackingIsNotFreed() throws {
        let point = try TestPoint()
        let box = try point.box()
        let receipt = try point.desks[0].receipt(for: try box.pack())
        try point.submit("after packing", to: box)
        #expect(try point.settle(receipt, in: box) == (3, 1))
        #expect(try point.desks[0].read(try box.pack()) == ["after packing"])
    }

    @Test func aReceiptForABundleOfARunningDayFreesNothingOnceTheDayIsOver() throws {
        let point = try TestPoint()
        let box = try point.box()
        let early = try point.desks[0].receipt(for: try box.pack())
        try point.submit("after packing", to: box)
        point.clock.advance(days: 1)
        #expect(try point.settle(early, in: box) == (0, 8))
        #expect(try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box) == (8, 0))
    }

    @Test func aDamagedItemStays() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.submit("something", to: box)
        point.clock.advance(days: 1)
        let receipt = try point.desks[0].receipt(for: try box.pack(), damaged: 1)
        #expect(try point.settle(receipt, in: box) == (7, 1))
    }

    @Test func aSlotWaitsForEveryDeskOfTheBox() throws {
        let point = try TestPoint(desks: 2)
        let box = try point.box()
        try point.submit("for both", to: box)
        let bundle = try box.pack()
        for desk in point.desks { #expect(try desk.read(bundle) == ["for both"]) }
        let receipts = try point.desks.map { try $0.receipt(for: bundle) }
        #expect(try point.settle(receipts[0], in: box) == (0, 4))
        #expect(try point.settle(receipts[0], in: box) == (0, 4))
        try point.submit("between the receipts", to: box)
        let result = try point.settle(receipts[1], in: box)
        #expect(result.freed == 3 || result.freed == 4)
        #expect(try point.desks[0].read(try box.pack()).contains("between the receipts"))
    }

    @Test func closedSlotsWaitForEveryDeskToo() throws {
        let point = try TestPoint(desks: 2)
        let box = try point.box()
        try point.submit("for both", to: box)
        point.clock.advance(days: 1)
        let bundle = try box.pack()
        #expect(try point.settle(try point.desks[1].receipt(for: bundle), in: box) == (0, 8))
        box.close()
        let again = try point.open()
        #expect(try point.settle(try point.desks[0].receipt(for: bundle), in: again) == (8, 0))
    }

    @Test func receiptsOfStrangersAndForStrangersAreRefused() throws {
        let point = try TestPoint()
        let box = try point.box()
        try point.create(at: "other")
        let other = try point.open("other")
        let stranger = try TestDesk(name: "desk 0")
        let bundle = try box.pack()
        let foreign = try point.desks[0].receipt(for: try other.pack())
        #expect(throws: VaultError.wrongKey) { try point.settle(foreign, in: box) }
        let opened = try point.desks[0].open(bundle)
        let unknown = try stranger.receipt(covering: opened)
        #expect(throws: VaultError.wrongKey) { try point.settle(unknown, in: box) }
        let forged = try stranger.receipt(covering: opened, as: point.desks[0].deskID)
        #expect(throws: VaultError.tampered) { try point.settle(forged, in: box) }
        #expect(try point.settle(try point.desks[0].receipt(for: bundle), in: box).freed == 4)
    }

    @Test func aReceiptWithAnyByteChangedIsRefused() throws {
        let point = try TestPoint()
        let box = try point.box()
        let receipt = try point.desks[0].receipt(for: try box.pack())
        // Every bit of a receipt alone is changed elsewhere.
        for place in receipt.indices where place < 520 || place % 97 == 0 || place > receipt.count - 20 {
            var changed = receipt
            changed[place] ^= 0x40
            #expect(throws: VaultError.self, "byte \(place)") { try point.settle(changed, in: box) }
        }
        for size in [0, 1, receipt.count / 2, receipt.count - 1] {
            #expect(throws: VaultError.self) { try point.settle(Array(receipt[..<size]), in: box) }
        }
        #expect(try point.settle(receipt, in: box).freed == 4)
    }

    @Test func aBacklogTravelsInSeveralBundles() throws {
        let point = try TestPoint()
        let box = try point.box(["bundle_mib": "1", "slots_per_day": "32"])
        try point.submit("the oldest", to: box)
        point.clock.advance(days: 5)
        try box.tick()
        #expect(try point.status(of: box)["bundles_waiting"] as? Int == 4)
        var rounds = 0
        var told: [String] = []
        while try point.status(of: box)["bundles_waiting"] as? Int != 0, rounds < 10 {
            let bundle = try box.pack()
            told += try point.desks[0].read(bundle)
            try point.settle(try point.desks[0].receipt(for: bundle), in: box)
            rounds += 1
        }
        #expect(rounds == 4 && told == ["the oldest"])
        #expect(try point.status(of: box)["slots"] as? Int == 32)
    }

    @Test func statusTellsWhenThingsTravelled() throws {
        let point = try TestPoint()
        let box = try point.box()
        let fresh = try point.status(of: box)
        #expect(
            fresh["last_packed"] is NSNull && fresh["last_receipt"] is NSNull && fresh["packed"] as? Int == 0)
        try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box)
        let status = try point.status(of: box)
        #expect(status["packed"] as? Int == 1)
        #expect((status["last_packed"] as? String)?.hasPrefix("2026-03-02T") == true)
        #expect((status["last_receipt"] as? String)?.hasPrefix("2026-03-02T") == true)
        #expect(status["point"] as? String == "A trusted address" && status["clock"] as? String == "trusted")
        #expect(
            Set(status.keys) == [
                "point", "kind", "slots", "bundles_waiting", "packed", "last_packed", "last_receipt", "clock",
                "confirmed_day", "uncollected_hours", "alarm", "directory", "desks",
            ])
    }

    @Test func statusDoesNotChangeWithAReport() throws {
        let point = try TestPoint()
        let box = try point.box()
        let before = try box.status()
        try point.submit("something", to: box)
        #expect(try box.status() == before)
        try point.settle(try point.desks[0].receipt(for: try box.pack()), in: box)
        let settled = try box.status()
        try point.submit("something more", to: box)
        #expect(try box.status() == settled)
    }
}
