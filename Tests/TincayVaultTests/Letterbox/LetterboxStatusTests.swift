import Foundation
import Testing

@testable import TincayVault

@Suite struct LetterboxStatusTests {
    @Test func theStatusIsTheSameWithAndWithoutReports() throws {
        let point = try TestPoint()
        try point.create()
        point.write(point.bytes("box"), to: "quiet")
        for hours in [0, 5, 5, 5, 5, 5, 24, 24] as [Int64] {
            point.clock.run(hours: hours)
            let quiet = try point.open("quiet")
            let expected = try quiet.status()
            quiet.close()
            let box = try point.open()
            for index in 0..<7 { try point.submit("report \(index)", to: box) }
            #expect(try box.status() == expected)
            box.close()
        }
    }

    @Test func hoursAreCountedFromTheNewestReceiptOrElseFromTheFirstDay() throws {
        let point = try TestPoint()
        let box = try point.box(["alarm_hours": "20"])
        // It is noon.
        #expect(try point.status(of: box)["uncollected_hours"] as? Int == 12)
        #expect(try point.status(of: box)["alarm"] as? Bool == false)
        point.clock.run(hours: 30)
        #expect(try point.status(of: box)["uncollected_hours"] as? Int == 42)
        #expect(try point.status(of: box)["alarm"] as? Bool == true)
        let opened = try point.desks[0].open(try box.pack())
        try point.settle(point.desks[0].receipt(covering: opened, time: point.clock.clock.now()), in: box)
        point.clock.run(hours: 20)
        #expect(try point.status(of: box)["uncollected_hours"] as? Int == 20)
        #expect(try point.status(of: box)["alarm"] as? Bool == false)
        point.clock.run(hours: 1)
        #expect(try point.status(of: box)["alarm"] as? Bool == true)
    }

    @Test func aDoubtfulClockTellsNoHoursAndRaisesNoAlarmByItself() throws {
        let point = try TestPoint()
        let box = try point.box()
        #expect(try point.status(of: box)["confirmed_day"] as? String == "2026-03-02")
        point.clock.advance(days: 400)
        var status = try point.status(of: box)
        #expect(status["clock"] as? String == "doubtful" && status["uncollected_hours"] is NSNull)
        #expect(status["alarm"] as? Bool == false && status["confirmed_day"] as? String == "2026-03-02")
        // What the machine has run since counts all the same.
        point.clock.run(hours: 120)
        status = try point.status(of: box)
        #expect(status["alarm"] as? Bool == true && status["confirmed_day"] as? String == "2026-03-07")
        #expect(status["directory"] is NSNull)
    }

    @Test func aReportSaysInsideItsSealHowFarItsTimeIsToBeTrusted() throws {
        let point = try TestPoint()
        let box = try point.box()
        point.clock.run(hours: 3)
        try point.submit("something", to: box)
        #expect(try point.told(in: box).count == 1)
        let head = try #require(point.desks[0].heads.first)
        #expect(head.contains(#""clock":"trusted","confirmed":"2026-03-02","uptime":10800000"#))
    }
}
