import Foundation
import Testing

@testable import TincayVault

/// Keeping cases whatever their period says.
struct DeskHoldingTests {
    /// A day a few months ahead of the tests' clock.
    private let hold = #"{"type": "hold", "until": "2026-06-30", "reason": "CANARY a court asks"}"#

    /// Whether a case can be shredded.
    private func isHeld(_ id: String, _ desk: Desk) throws -> Bool {
        do {
            try desk.shred(Array(id.utf8), reason: Array("hết thời hạn lưu".utf8))
            return false
        } catch VaultError.held {
            return true
        }
    }

    /// An office of two with a case that one of them wants kept: the open desk, the case, and the entry that says so.
    private func placed() throws -> (office: TestOffice, desk: Desk, id: String, number: Int64) {
        let office = try TestOffice()
        let desk = try office.deskOfTwo()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        try office.record(id, hold, at: desk)
        return (office, desk, id, office.last(desk))
    }

    @Test func aHoldOfTwoPeopleKeepsACaseUntilItsDayIsOver() throws {
        let (office, first, id, number) = try placed()
        var desk = first
        let confirm = #"{"type": "hold", "confirm": \#(number)}"#
        #expect(throws: VaultError.samePerson) { try office.record(id, confirm, at: desk) }
        desk = try office.handOver(desk, to: TestOffice.colleague)
        try office.record(id, confirm, at: desk)
        #expect(throws: VaultError.notAllowed) { try office.record(id, confirm, at: desk) }
        // What two want takes two to lift.
        #expect(throws: VaultError.notAllowed) {
            try office.record(id, #"{"type": "hold", "withdraw": \#(number)}"#, at: desk)
        }
        let entries = desk.chain.number
        #expect(try isHeld(id, desk))
        #expect(desk.chain.number == entries)
        office.clock.advance(days: 119)
        #expect(try isHeld(id, desk))
        // The last day, in Viet Nam, is 30 June.
        office.clock.advance(days: 1)
        #expect(try isHeld(id, desk))
        office.clock.advance(days: 1)
        #expect(try !isHeld(id, desk))
        #expect(try office.verify(desk)["ok"] as? Bool == true)
    }

    @Test func aHoldThatWaitsForItsSecondPersonKeepsACaseForAWeek() throws {
        let (office, first, id, number) = try placed()
        var desk = first
        #expect(try isHeld(id, desk))
        office.clock.advance(days: 6)
        // Nobody takes back what another wants kept.
        desk = try office.handOver(desk, to: TestOffice.colleague)
        #expect(throws: VaultError.notAllowed) {
            try office.record(id, #"{"type": "hold", "withdraw": \#(number)}"#, at: desk)
        }
        #expect(try isHeld(id, desk))
        office.clock.advance(days: 1)
        #expect(try !isHeld(id, desk))
    }

    /// The holds that reading a case shows: their numbers.
    private func shown(_ id: String, _ office: TestOffice, _ desk: Desk) throws -> [Int64] {
        let holds = try office.work(id, at: desk)["holds"] as? [[String: Any]] ?? []
        return holds.compactMap { $0["hold"] as? Int64 }
    }

    @Test func aHoldThatNobodyConfirmedWithinItsWeekIsOver() throws {
        let (office, first, id, kept) = try placed()
        var desk = first
        try office.record(id, hold, at: desk)
        let forgotten = office.last(desk)
        office.clock.advance(days: 6)
        desk = try office.handOver(desk, to: TestOffice.colleague)
        #expect(try shown(id, office, desk) == [kept, forgotten])
        try office.record(id, #"{"type": "hold", "confirm": \#(kept)}"#, at: desk)
        office.clock.advance(days: 1)
        #expect(try shown(id, office, desk) == [kept])
        let confirm = #"{"type": "hold", "confirm": \#(forgotten)}"#
        #expect(throws: VaultError.notFound) { try office.record(id, confirm, at: desk) }
        desk = try office.handOver(desk, to: TestOffice.person)
        #expect(throws: VaultError.notFound) {
            try office.record(id, #"{"type": "hold", "withdraw": \#(forgotten)}"#, at: desk)
        }
        #expect(try office.history(id, at: desk).filter { $0["type"] as? String == "hold" }.count == 3)
        office.clock.advance(days: 115)
        #expect(try shown(id, office, desk).isEmpty)
    }

    @Test func holdsThatNobodyConfirmedInTimeMakeRoomForOthers() throws {
        let (office, first, id, kept) = try placed()
        var desk = first
        desk = try office.handOver(desk, to: TestOffice.colleague)
        try office.record(id, #"{"type": "hold", "confirm": \#(kept)}"#, at: desk)
        for _ in 1..<CaseProgress.most { try office.record(id, hold, at: desk) }
        #expect(throws: VaultError.tooLarge) { try office.record(id, hold, at: desk) }
        office.clock.advance(days: 7)
        try office.record(id, hold, at: desk)
        let new = office.last(desk)
        #expect(try shown(id, office, desk) == [kept, new])
        desk = try office.handOver(desk, to: TestOffice.person)
        #expect(try shown(id, office, desk) == [kept, new])
        #expect(try isHeld(id, desk))
    }

    @Test func whoPlacedAHoldTakesItBackWhileItWaits() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        try office.record(id, hold, at: desk)
        try office.record(id, #"{"type": "hold", "withdraw": \#(office.last(desk))}"#, at: desk)
        #expect(try !isHeld(id, desk))
    }

    @Test func itTakesTwoToLiftAHold() throws {
        let (office, first, id, number) = try placed()
        var desk = first
        let lift = #"{"type": "lift", "hold": \#(number), "reason": "settled"}"#
        let agree = #"{"type": "lift", "confirm": \#(number)}"#
        #expect(throws: VaultError.notAllowed) { try office.record(id, lift, at: desk) }
        desk = try office.handOver(desk, to: TestOffice.colleague)
        try office.record(id, #"{"type": "hold", "confirm": \#(number)}"#, at: desk)
        #expect(throws: VaultError.notAllowed) { try office.record(id, agree, at: desk) }
        try office.record(id, lift, at: desk)
        #expect(throws: VaultError.samePerson) { try office.record(id, agree, at: desk) }
        #expect(try isHeld(id, desk))
        let holds = try #require(try office.work(id, at: desk)["holds"] as? [[String: Any]])
        #expect(holds.first?["lifting"] as? String == TestOffice.colleague)
        desk = try office.handOver(desk, to: TestOffice.person)
        try office.record(id, #"{"type": "lift", "withdraw": \#(number)}"#, at: desk)
        #expect(throws: VaultError.notAllowed) { try office.record(id, agree, at: desk) }
        try office.record(id, lift, at: desk)
        desk = try office.handOver(desk, to: TestOffice.colleague)
        try office.record(id, agree, at: desk)
        #expect(try !isHeld(id, desk))
    }

    @Test(arguments: ["2026-03-01", "2036-12-31"])
    func aHoldEndsOnADayThatIsNotOverAndNotForEver(day: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        #expect(throws: VaultError.invalidInput) {
            try office.record(id, #"{"type": "hold", "until": "\#(day)", "reason": "x"}"#, at: desk)
        }
        #expect(throws: VaultError.notFound) { try office.record(id, #"{"type": "hold", "confirm": 1}"#, at: desk) }
    }
}
