import Testing

@testable import TincayIntake

@Test func durationsOfISO8601AreRead() {
    #expect(TimeSpan(Array("PT12H".utf8))?.total == 43_200_000)
    #expect(TimeSpan(Array("P5D".utf8))?.days == 5)
    #expect(TimeSpan(Array("P1W2DT1H1M1S".utf8))?.total == 781_261_000)
    #expect(TimeSpan(Array("PT0S".utf8))?.total == 0)
}

@Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1Y", "P1M", "PT1D", "P1H", "PT1S1M", "P1D1D", "PTT1S", "P-1D", "P1.5D", "P99999D",
    "P999999999999999999999D", "pt1h", "P1DT",
])
func otherDurationsAreRefused(text: String) {
    #expect(TimeSpan(Array(text.utf8)) == nil)
}

@Test func workingDaysLeaveOutWeekends() {
    func after(_ start: Int64, _ days: Int64) -> String {
        let moment = Moment(milliseconds: FormFixture.monday.milliseconds + start * 86_400_000)
        return String(decoding: moment.adding(workingDays: days).text, as: UTF8.self)
    }
    #expect(after(0, 0) == "2026-11-23T10:00:00+07:00")
    #expect(after(0, 4) == "2026-11-27T10:00:00+07:00")
    #expect(after(0, 5) == "2026-11-30T10:00:00+07:00")
    #expect(after(5, 1) == "2026-11-30T10:00:00+07:00")
    #expect(after(6, 1) == "2026-11-30T10:00:00+07:00")
}

@Test func momentsBeyondAllCalendarsAreTheLastThatCanBeWritten() {
    #expect(String(decoding: Moment(milliseconds: .max).text, as: UTF8.self).hasPrefix("9999-12-31"))
    #expect(String(decoding: Moment(milliseconds: .min).text, as: UTF8.self).hasPrefix("0001-01-01"))
    #expect(Moment(milliseconds: .max).adding(milliseconds: .max).text.first == UInt8(ascii: "9"))
    #expect(Moment(milliseconds: .max).adding(workingDays: 36_525).text.first == UInt8(ascii: "9"))
}
