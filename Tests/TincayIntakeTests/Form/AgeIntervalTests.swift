import Testing

@testable import TincayIntake

/// The ages that fit a birth on 2026-11-23, as "youngest-oldest class".
private func ages(birth: String) throws -> String? {
    let document = try JSONDocument(parsing: Array(birth.utf8), limits: .any)
    let today = CivilDate(year: 2026, month: 11, day: 23)
    return AgeInterval(birth: document.root, on: today).map {
        "\($0.youngest)-\($0.oldest.map { "\($0)" } ?? "") \($0.legalClass)"
    }
}

@Test func onlyTheYearOfBirthLeavesTwoAges() throws {
    #expect(try ages(birth: #"{"year":2010}"#) == "15-16 UNK")
    #expect(try ages(birth: #"{"year":2011}"#) == "14-15 CHILD16")
    #expect(try ages(birth: #"{"year":2009}"#) == "16-17 MINOR18")
    #expect(try ages(birth: #"{"year":2008}"#) == "17-18 UNK")
    #expect(try ages(birth: #"{"year":2007}"#) == "18-19 ADULT")
}

@Test func aMonthOrADayNarrowsTheAgeDown() throws {
    #expect(try ages(birth: #"{"year":2010,"month":10}"#) == "16-16 MINOR18")
    #expect(try ages(birth: #"{"year":2010,"month":11}"#) == "15-16 UNK")
    #expect(try ages(birth: #"{"year":2010,"month":11,"day":23}"#) == "16-16 MINOR18")
    #expect(try ages(birth: #"{"year":2010,"month":11,"day":24}"#) == "15-15 CHILD16")
    #expect(try ages(birth: #""2010-11-24""#) == "15-15 CHILD16")
    #expect(try ages(birth: #""2010-11""#) == "15-16 UNK")
}

@Test(arguments: [
    #"{"year":2027}"#, #"{"year":"2010"}"#, #"{"month":2}"#, #"{"year":2010,"month":13}"#,
    #"{"year":2011,"month":2,"day":29}"#, "2010", #""yesterday""#, #"{"year":9223372036854775807}"#, "null",
])
func whatIsNoBirthDateSaysNothing(birth: String) throws {
    #expect(try ages(birth: birth) == nil)
}

@Test func anEstimateLeavesTheBirthdayOpen() throws {
    let document = try JSONDocument(parsing: Array("[16,0,-1,3.5,200]".utf8), limits: .any)
    let found = document.root.elements.map { AgeInterval(estimate: $0) }
    #expect(found[0] == AgeInterval(youngest: 15, oldest: 16))
    #expect(found[0]?.legalClass.description == "UNK")
    #expect(found[1] == AgeInterval(youngest: 0, oldest: 0))
    #expect(found[2...].allSatisfy { $0 == nil })
    #expect(AgeInterval.unknown.legalClass.description == "UNK")
}
