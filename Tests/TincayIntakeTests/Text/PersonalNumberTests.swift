import Testing

@testable import TincayIntake

/// The number that a text is.
private func read(_ text: String) -> PersonalNumber? {
    PersonalNumber(Array(text.utf8))
}

@Test func aNumberOfAProvinceThatIsNoMoreStaysGood() throws {
    let number = try #require(read("077310123456"))
    #expect(number.province == 77)
    #expect(number.isKnownProvince)
    #expect(number.isFemale)
    #expect(number.birthYear == 2010)
}

@Test(arguments: [
    ("001000000000", false, 1900), ("001199000000", true, 1999), ("001200000000", false, 2000),
    ("001399000000", true, 2099), ("001455000000", false, 2155), ("001999000000", true, 2399),
])
func aNumberTellsSexAndBirthYear(text: String, isFemale: Bool, year: Int) throws {
    let number = try #require(read(text))
    #expect(number.isFemale == isFemale)
    #expect(number.birthYear == year)
}

@Test func allSixtyThreeProvincesAreKnownAndNoOthers() {
    let known = (0..<1000).filter { code in
        let padded = String(repeating: "0", count: 3 - String(code).count) + String(code)
        return read(padded + "310123456")?.isKnownProvince == true
    }
    #expect(known.count == 63)
    #expect(known.first == 1 && known.last == 96)
    #expect(!known.contains(0) && !known.contains(3) && !known.contains(177))
}

@Test(arguments: [
    "", "07731012345", "0773101234567", "07731012345a", " 077310123456", "０77310123456", "077 310 123 456",
])
func nothingElseIsANumber(text: String) {
    #expect(read(text) == nil)
}
