import Foundation
import Testing

@testable import TincayIntake

/// A calendar of JSON.
private func calendar(_ json: String) throws -> WorkingCalendar? {
    try WorkingCalendar(try JSONDocument(parsing: Array(json.utf8), limits: .any).root)
}

/// Ten in the morning of a day in Viet Nam.
private func morning(_ year: Int64, _ month: Int64, _ day: Int64) -> Moment {
    Moment(milliseconds: CivilDate(year: year, month: month, day: day).days * 86_400_000 + 3 * 3_600_000)
}

/// The day of a moment, as ISO 8601 writes it.
private func day(_ moment: Moment) -> String { String(decoding: moment.text.prefix(10), as: UTF8.self) }

@Suite struct WorkingCalendarTests {
    /// Holidays such as those of a lunar new year that falls into the second week of February.
    private let lunar = """
        {"id":"c","version":"1","from":"2027-01-01","until":"2027-12-31","holidays":["2027-01-01",
         {"date":"2027-02-05"},{"date":"2027-02-08"},{"date":"2027-02-09"},{"date":"2027-02-10"},{"date":"2027-02-11"}]}
        """

    @Test func aPlanOverTheLunarNewYearSkipsItsHolidays() throws {
        let known = try #require(try calendar(lunar))
        // Thursday; then a Friday off, a weekend, four days off, and Friday the twelfth.
        let thursday = morning(2027, 2, 4)
        #expect(day(thursday.adding(workingDays: 1, known)) == "2027-02-12")
        #expect(day(thursday.adding(workingDays: 5, known)) == "2027-02-18")
        #expect(day(thursday.adding(workingDays: 5)) == "2027-02-11")
        // Whoever receives a report on a holiday has the same time.
        #expect(day(morning(2027, 2, 9).adding(workingDays: 1, known)) == "2027-02-12")
        #expect(day(morning(2027, 2, 6).adding(workingDays: 2, known)) == "2027-02-15")
    }

    @Test func aYearEndsInTheMiddleOfAPlan() throws {
        let known = try #require(try calendar(lunar))
        #expect(day(morning(2026, 12, 31).adding(workingDays: 1, known)) == "2027-01-04")
        #expect(day(morning(2027, 12, 31).adding(workingDays: 1, known)) == "2028-01-03")
        #expect(day(morning(2028, 2, 28).adding(workingDays: 1)) == "2028-02-29")
        #expect(day(morning(2027, 12, 27).adding(workingDays: 5)) == "2028-01-03")
    }

    @Test func aSaturdayOfWorkCounts() throws {
        let known = try #require(
            try calendar(
                #"{"id":"c","from":"2027-01-01","until":"2027-12-31","holidays":["2027-03-05"],"workdays":["2027-03-06"]}"#
            ))
        #expect(day(morning(2027, 3, 4).adding(workingDays: 1, known)) == "2027-03-06")
    }

    @Test func countingDayByDayAgreesWithFoundation() throws {
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(identifier: "UTC"))
        var random = SeededGenerator(seed: 12)
        let first = CivilDate(year: 2024, month: 1, day: 1).days
        for _ in 0..<200 {
            let holidays = Set((0..<20).map { _ in first + Int64.random(in: 0..<1_000, using: &random) })
            let list = holidays.map { #""\#(day(Moment(milliseconds: $0 * 86_400_000)))""# }.joined(separator: ",")
            let known = try #require(
                try calendar(#"{"id":"c","from":"2024-01-01","until":"2027-12-31","holidays":[\#(list)]}"#))
            let start = first + Int64.random(in: 0..<1_000, using: &random)
            let count = Int64.random(in: 0...30, using: &random)
            var place = start
            var left = count
            while left > 0 {
                place += 1
                let weekday = gregorian.component(
                    .weekday, from: Date(timeIntervalSince1970: Double(place) * 86_400))
                if weekday != 1, weekday != 7, !holidays.contains(place) { left -= 1 }
            }
            let due = Moment(milliseconds: start * 86_400_000).adding(workingDays: count, known)
            #expect(due.days == place)
            // Without a calendar nothing is due later.
            let without = Moment(milliseconds: start * 86_400_000).adding(workingDays: count)
            #expect(without.milliseconds <= due.milliseconds)
        }
    }

    @Test(arguments: [
        #"{"from":"2027-01-01","until":"2027-12-31"}"#, #"{"id":"c","from":"2027","until":"2027-12-31"}"#,
        #"{"id":"c","from":"2027-01-02","until":"2027-01-01"}"#,
        #"{"id":"c","from":"2027-01-01","until":"2027-12-31","holidays":["2027-02-29"]}"#,
        #"{"id":"c","from":"2027-01-01","until":"2027-12-31","holidays":[{"day":"2027-02-28"}]}"#, "7",
        #"{"id":"c","from":"2027-01-01","until":"2027-12-31","undecided":["2027"]}"#,
        #"{"id":"c","from":"2027-01-01","until":"2027-12-31","holidays":["2027-02-08"],"undecided":["2027-02-08"]}"#,
    ])
    func aCalendarThatMakesNoSenseIsRefused(json: String) {
        #expect(throws: FormError.self) { try calendar(json) }
    }

    @Test func aCalendarWithoutWorkIsRefused() {
        let days = (1...28).map { #""2027-02-\#($0 < 10 ? "0" : "")\#($0)""# }
        let more = (1...7).map { #""2027-03-0\#($0)""# }
        /// A calendar of holidays.
        func year(_ holidays: [String]) -> String {
            #"{"id":"c","from":"2027-01-01","until":"2027-12-31","holidays":[\#(holidays.joined(separator: ","))]}"#
        }
        #expect(throws: Never.self) { try calendar(year(days)) }
        #expect(throws: FormError.self) { try calendar(year(days + more)) }
    }
}
