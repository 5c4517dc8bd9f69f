import Testing

@testable import TincayIntake

/// The number that a text is, as it is kept.
private func normal(_ text: String) -> String? {
    TelephoneNumber(Array(text.utf8)).map { String(decoding: $0.normal, as: UTF8.self) }
}

/// Whether text is of a format.
private func holds(_ format: String, _ text: String) throws -> Bool {
    let name = try JSONDocument(parsing: Array("\"\(format)\"".utf8), limits: .any).root
    return try #require(VietnameseFormat(name)).holds(Array(text.utf8))
}

@Test(arguments: [
    "0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "+84912345678", "+84 912 345 678", "84912345678",
    "0084912345678", "０９１２３４５６７８", "+84 (0) 912 345 678", "(0912) 345678", "0912\u{A0}345\u{2013}678", "＋84912345678",
])
func aMobileNumberIsTheSameHoweverItIsWritten(text: String) throws {
    #expect(normal(text) == "+84912345678")
    #expect(TelephoneNumber(Array(text.utf8))?.kind == .mobile)
    #expect(try holds("vn-phone", text))
}

@Test(arguments: [
    ("02543851234", "+842543851234"), ("024 3825 1234", "+842438251234"), ("+84 28 3829 1234", "+842838291234"),
    ("111", "111"), ("113", "113"), ("114", "114"), ("115", "115"), ("1022", "1022"), ("1800 1567", "18001567"),
    ("1900.561.292", "1900561292"), ("0321234567", "+84321234567"), ("0591234567", "+84591234567"),
])
func otherNumbersAreReadToo(text: String, number: String) {
    #expect(normal(text) == number)
    #expect(normal(number) == number)
}

@Test(arguments: [
    ("01621234567", "+84321234567"), ("01691234567", "+84391234567"), ("01201234567", "+84701234567"),
    ("01211234567", "+84791234567"), ("01221234567", "+84771234567"), ("01261234567", "+84761234567"),
    ("01281234567", "+84781234567"), ("01231234567", "+84831234567"), ("01291234567", "+84821234567"),
    ("01861234567", "+84561234567"), ("01881234567", "+84581234567"), ("01991234567", "+84591234567"),
    ("+841651234567", "+84351234567"),
])
func oldMobileNumbersBecomeThoseOf2018(text: String, number: String) {
    #expect(normal(text) == number)
    #expect(TelephoneNumber(Array(text.utf8))?.isRenumbered == true)
    #expect(TelephoneNumber(Array(number.utf8))?.isRenumbered == false)
}

@Test(arguments: [
    "", "+", "0", "912345678", "091234567", "09123456789", "01101234567", "0112345678", "0612345678", "0512345678",
    "116", "1111", "180", "1800123", "19001234567", "+1 202 555 0123", "00855123456789", "0912345678a", "em không có",
    "0912345678 / 0987654321", "++84912345678", "0+912345678", "99999999999999999999", "84 111",
])
func nothingElseIsANumberToDial(text: String) throws {
    #expect(normal(text) == nil)
    #expect(try !holds("vn-phone", text))
}

@Test func codesAreDigitsOfTheirLength() throws {
    #expect(try holds("vn-commune", "26506") && holds("vn-commune", "00004"))
    #expect(try !holds("vn-commune", "4") && !holds("vn-commune", "2650６") && !holds("vn-commune", "265061"))
    #expect(try holds("vn-province", "01") && !holds("vn-province", "1") && !holds("vn-province", "1a"))
    #expect(try holds("vn-cccd", "077310123456") && !holds("vn-cccd", "77310123456"))
    let other = try JSONDocument(parsing: Array("\"vn-bank\"".utf8), limits: .any).root
    #expect(VietnameseFormat(other) == nil)
}

@Test func anyDigitsAreReadOnceAndForAll() {
    var generator = SeededGenerator(seed: 84)
    let letters = Array("0011223456789 .-+() ８")
    for _ in 0..<20_000 {
        let text = String(
            (0..<Int.random(in: 0...16, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? "0"
            })
        guard let number = normal(text) else { continue }
        #expect(normal(number) == number)
    }
}
