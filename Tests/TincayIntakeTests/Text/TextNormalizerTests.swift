import Testing

@testable import TincayIntake

/// A text in order.
private func normal(_ text: String, _ kind: NormalizationKind) -> String {
    let normal = TextNormalizer.normalized(Array(text.utf8), kind)?.text ?? Array(text.utf8)
    return String(decoding: normal, as: UTF8.self)
}

/// The names of what is done to a text.
private func steps(_ text: String, _ kind: NormalizationKind) -> String {
    var writer = JSONWriter()
    TextNormalizer.normalized(Array(text.utf8), kind)?.steps.write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
}

@Test(arguments: [
    ("  Bà Rịa ", NormalizationKind.text, "Bà Rịa", #"["trim"]"#), ("a  b\u{A0}c", .text, "a b c", #"["space"]"#),
    ("e\u{302}\u{323}", .text, "ệ", #"["nfc"]"#), ("Ａ１ b", .text, "A1 b", #"["width"]"#),
    ("Ê\u{200B}đê\u{FEFF}", .text, "Êđê", #"["invisible"]"#), ("a\n\n b", .text, "a\n\nb", #"["space"]"#),
    ("a\nb", .text, "a\nb", ""), ("a\r\nb", .text, "a\nb", #"["space"]"#), ("a\nb", .name, "a b", #"["space"]"#),
    ("H’Hen  K'Ho", .name, "H’Hen K'Ho", #"["space"]"#), ("nguyễn VĂN a", .name, "nguyễn VĂN a", ""),
    ("  a\u{A0} b\u{200B}  ", .narrative, "  a\u{A0} b\u{200B}  ", ""), ("e\u{301} ", .narrative, "é ", #"["nfc"]"#),
    ("0912 345 678", .phone, "+84912345678", #"["phone"]"#),
    ("01651234567", .phone, "+84351234567", #"["phone","renumbered"]"#),
    (" bác  Hai ", .phone, "bác Hai", #"["space","trim"]"#), ("111", .phone, "111", ""),
    ("+84912345678", .phone, "+84912345678", ""),
    ("077 310-123.456", .digits, "077310123456", #"["digits"]"#), ("１２", .digits, "12", #"["width"]"#),
    ("12a 3", .digits, "12a 3", ""), (" V1 a ", .code, "V1a", #"["space","trim"]"#),
    ("Ｖ１！", .code, "V1!", #"["width"]"#),
    ("你好，吗", .text, "你好，吗", ""), ("👩\u{200D}👧", .text, "👩\u{200D}👧", ""),
    ("a\u{200D}b", .text, "ab", #"["invisible"]"#), ("kinder\u{AD}garten", .text, "kindergarten", #"["invisible"]"#),
    // Hyphens that are letters of an old encoding stay, or nobody could read the word again.
    (" Ph\u{AD}êng Chò", .text, " Ph\u{AD}êng Chò", ""),
    (" x ", .none, " x ", ""), ("", .text, "", ""), ("   ", .text, "", #"["trim"]"#),
])
func textIsPutInOrder(text: String, kind: NormalizationKind, meant: String, done: String) {
    #expect(Array(normal(text, kind).utf8) == Array(meant.utf8))
    #expect(steps(text, kind) == done)
}

@Test func whatIsInOrderStaysAndIsSeenToBe() {
    var generator = SeededGenerator(seed: 7)
    let letters = Array(
        "aàe\u{301}\u{323}\u{338}= \u{A0}\u{200B}\u{200D}\u{FEFF}\n\r\t１Ａ，+84-.0912đƯ👩\u{915}\u{94D}\u{212A}\u{2000}\u{3000}漢\u{37E}ệ"
            .unicodeScalars)
    for round in 0..<20_000 {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...14, using: &generator) {
            if round % 10 == 0 {
                text.append(.random(in: 0...255, using: &generator))
            } else {
                ScalarText.append(letters.randomElement(using: &generator)?.value ?? 0x61, to: &text)
            }
        }
        for kind in NormalizationKind.allCases {
            let result = TextNormalizer.normalized(text, kind)
            let isSettled = text.withUnsafeBufferPointer { SettledText.isSettled($0, kind) }
            #expect(!isSettled || result == nil || round % 10 == 0)
            guard let normal = result?.text else { continue }
            #expect(normal != text)
            #expect(normal.count <= 3 * text.count)
            #expect(TextNormalizer.normalized(normal, kind) == nil)
        }
    }
}

@Test(arguments: ["Bà Rịa - Vũng Tàu, em ở nhà bà ngoại", "a", "26506", "", "Nguyễn Thị Ánh Tuyết", "“Hoà”… 5 m² – ok"])
func ordinaryTextIsSeenToBeInOrder(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { SettledText.isSettled($0, .text) })
    #expect(bytes.withUnsafeBufferPointer { SettledText.isSettled($0, .narrative) })
}
