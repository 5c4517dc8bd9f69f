import Foundation
import Testing
import TincayIntake

@testable import TincayVault

@Suite struct LetterboxFloodTests {
    /// A point whose form has urgent reports, and its box.
    func made(_ members: [String: String] = [:]) throws -> (TestPoint, Letterbox) {
        let point = try TestPoint(form: try TestForms.triaging())
        return (point, try point.box(members))
    }

    /// Drops a report of immediate danger.
    func cry(_ told: String, _ point: TestPoint, _ box: Letterbox) throws -> Submitted {
        let answers = Array(#"{"told": "\#(told)", "danger": "Y"}"#.utf8)
        return try point.submit(answers, of: point.form, to: box)
    }

    @Test func everySlotOfADayTakesAnyReportBeforeOneIsAdded() throws {
        let (point, box) = try made(["slots_per_day": "8", "reserve": "2"])
        for index in 0..<8 { try point.submit("report \(index)", to: box) }
        #expect(box.state.unused.isEmpty && box.state.today == 8)
        #expect(try cry("urgent", point, box).isKept)
        #expect(box.state.today == 9)
        #expect(try point.told(in: box).count == 9)
    }

    @Test func thereIsRoomForAQuarterOfTheSlotsUnlessTheSetupSaysOtherwise() throws {
        for (slots, reserve) in [("1", 0), ("2", 1), ("4", 1), ("7", 1), ("32", 8)] {
            let point = try TestPoint()
            let setup = String(decoding: point.setup(["slots_per_day": slots]), as: UTF8.self)
                .replacingOccurrences(of: "\"reserve\": 0", with: "\"slot_kib\": 16")
            #expect(try LetterboxSetup(parsing: Array(setup.utf8)).limits.reserve == reserve)
        }
    }

    @Test func afterTooManyReportsOneThatIsNotUrgentWaitsAndIsToldWhatToShow() throws {
        let (point, box) = try made(["flood": #"{"burst": 3, "per_hour": 2}"#])
        for index in 0..<3 { try point.submit("report \(index)", to: box) }
        let refused = try point.drop("one too many", into: box)
        #expect(refused.obstacle == .later && refused.checked.accepted && !refused.isKept)
        #expect(String(decoding: refused.result, as: UTF8.self).hasSuffix(#","kept":false}"#))
        #expect(try cry("urgent", point, box).isKept)
        point.clock.run(hours: 1)
        for index in 0..<2 { try point.submit("later \(index)", to: box) }
        #expect(throws: VaultError.later) { try point.submit("one too many", to: box) }
        #expect(try point.told(in: box).count == 6)
    }

    @Test func aClockThatIsSetBackFillsNothingInAndTheBucketGoesOn() throws {
        let (point, box) = try made(["flood": #"{"burst": 2, "per_hour": 4}"#])
        for index in 0..<2 { try point.submit("report \(index)", to: box) }
        point.clock.milliseconds -= 3_600_000
        #expect(throws: VaultError.later) { try point.submit("one too many", to: box) }
        #expect(try cry("urgent", point, box).isKept)
        point.clock.milliseconds += 900_000
        try point.submit("a quarter of an hour later", to: box)
        point.clock.milliseconds = Int64.min / 2
        #expect(throws: VaultError.later) { try point.submit("one too many", to: box) }
    }

    @Test func aNewDayKnowsNothingOfTheReportsOfTheDayBefore() throws {
        let (point, box) = try made(["flood": #"{"burst": 2, "per_hour": 1}"#])
        for index in 0..<2 { try point.submit("report \(index)", to: box) }
        point.clock.advance(days: 1)
        try box.tick()
        #expect(box.state.allowance == 0 && box.state.allowanceTime == 0)
        for index in 0..<2 { try point.submit("report \(index)", to: box) }
        #expect(throws: VaultError.later) { try point.submit("one too many", to: box) }
    }

    @Test func inAFileThatMayNotGrowEverySlotStillTakesAReport() throws {
        let point = try TestPoint(form: try TestForms.triaging())
        try point.create(["reserve": "1"])
        let box = try point.open(pageLimit: point.bytes("box").count / 4096)
        for index in 0..<4 { try point.submit("report \(index)", to: box) }
        let refused = try point.drop("one too many", into: box)
        #expect(refused.obstacle == .diskFull && refused.checked.accepted)
        #expect(try point.told(in: box).count == 4)
    }

    @Test func whatADayMayWriteIsRoomInTheLogBeforehand() throws {
        let (point, box) = try made(["reserve": "1"])
        let size = point.bytes("box-wal").count
        for index in 0..<3 { try point.submit("report \(index)", to: box) }
        #expect(try cry("urgent", point, box).isKept)
        #expect(point.bytes("box-wal").count == size && size > 0)
        point.clock.advance(days: 1)
        try box.tick()
        #expect(point.bytes("box-wal").count == size)
    }

    @Test func whateverFailsAfterTheCheckIsToldBesideTheResult() throws {
        let (point, box) = try made()
        for failure in [VaultError.defect, .noMemory, .busy, .access, .inputOutput, .diskFull, .noReader] {
            let submitted = try Submitted.check { () throws(JSONError) in
                try point.form.check(
                    Array(#"{"told": "something", "danger": "Y"}"#.utf8), language: nil, at: point.clock.clock.now())
            } keep: { _ throws(VaultError) in
                throw failure
            }
            let result = try JSONSerialization.jsonObject(with: Data(submitted.result)) as? [String: Any]
            #expect(submitted.obstacle == failure && result?["urgency"] as? String == "U1")
            #expect(result?["kept"] as? Bool == false && result?["accepted"] as? Bool == true)
        }
        box.close()
        let closed = try point.drop("something", into: box)
        #expect(closed.obstacle == .defect && !closed.isKept)
    }
}
