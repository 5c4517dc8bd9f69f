import Testing

@testable import TincayIntake

@Test(arguments: [
    0x1, 0x8, 0x1F, 0x7F, 0x85, 0x61C, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xFDD0, 0xFFFE, 0x1_FFFF, 0x10_FFFE,
])
func hiddenCharactersAreRefusedWhereverTheyStand(codePoint: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(codePoint))
    let hexadecimal = String(codePoint, radix: 16)
    let escape = "\\u" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let text = codePoint < 0x20 ? escape : String(scalar)
    let form = try FormFixture.form("true")
    #expect(try FormFixture.check(form, #"{"a":["x\#(text)y"]}"#).findings == ["text /a/0 error"])
    #expect(try FormFixture.check(form, #"{"b":{"x":"\#(text)"}}"#).findings == ["text /b/x error"])
}

@Test(arguments: [
    "\\n\\t\\r", "Bà Rịa - Vũng Tàu", "e\u{302}\u{323}", "Đặng Ơ", "ʼ", "漢", "😀", "\u{FFFD}", "\u{10FFFD}",
])
func ordinaryTextIsTaken(text: String) throws {
    #expect(try FormFixture.check(FormFixture.form("true"), #"{"a":"\#(text)"}"#).findings.isEmpty)
}
