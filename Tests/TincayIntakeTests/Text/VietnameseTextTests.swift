import Foundation
import Testing

@testable import TincayIntake

/// The comparison key of a text.
private func comparisonKey(_ text: String) -> String {
    String(decoding: VietnameseText.comparisonKey(Array(text.utf8)), as: UTF8.self)
}

/// The search key of a text.
private func searchKey(_ text: String) -> String {
    String(decoding: VietnameseText.searchKey(Array(text.utf8)), as: UTF8.self)
}

/// Whether the search key of a text contains a phrase as whole words.
private func finds(_ phrase: String, in text: String) -> Bool {
    VietnameseText.contains(Array(phrase.utf8), onWordBordersOf: VietnameseText.searchKey(Array(text.utf8)))
}

/// The first look-alike of a text.
private func lookAlike(_ text: String) -> LookAlike? {
    Array(text.utf8).withUnsafeBufferPointer { LookAlike.find(in: $0) }
}

@Test(arguments: [
    ("hoà", "hòa"), ("HOÀ", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("loè loẹt", "lòe loẹt"),
    ("Thanh Hoá", "thanh hóa"),
    ("Khánh Hoà", "Khánh Hòa"), ("oà", "òa"), ("huỷ", "hủy"), ("Xã Hoà Hội", "xã hòa hội"),
    ("  Bà\u{A0}Rịa\t- Vũng\n Tàu ", "bà rịa - vũng tàu"),
    ("Ｂà Ｒịa", "bà rịa"), ("H’Hen", "h'hen"), ("Ê\u{200B}đê", "êđê"), ("Đắk Lắk", "ĐẮK LẮK"), ("Ƀuôn", "ƀuôn"),
    (
        "ÀÁÂÃĂẠẢẤẦẨẪẬẮẰẲẴẶÈÉÊẸẺẼẾỀỂỄỆÌÍĨỈỊÒÓÔÕƠỌỎỐỒỔỖỘỚỜỞỠỢÙÚŨƯỤỦỨỪỬỮỰÝỲỴỶỸĐ",
        "àáâãăạảấầẩẫậắằẳẵặèéêẹẻẽếềểễệìíĩỉịòóôõơọỏốồổỗộớờởỡợùúũưụủứừửữựýỳỵỷỹđ"
    ),
])
func waysToWriteTheSameWordsHaveOneKey(one: String, other: String) {
    #expect(Array(comparisonKey(one).utf8) == Array(comparisonKey(other).utf8))
    for text in [one, other] {
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(Array(comparisonKey(text).utf8) == Array(comparisonKey(decomposed).utf8))
    }
}

@Test(arguments: [
    ("Thạnh An", "Thanh An"), ("Mỹ Tho", "Mỹ Thọ"), ("quý", "qúy"), ("hoàn", "hòan"), ("hoài", "hòai"), ("Mỹ", "Mĩ"),
    ("đa", "da"), ("lý", "lí"),
])
func wordsThatAreNotTheSameHaveTheirOwnKeys(one: String, other: String) {
    #expect(Array(comparisonKey(one).utf8) != Array(comparisonKey(other).utf8))
}

@Test func aToneStaysBehindQAndBeforeAFinalLetter() {
    for text in ["quý", "hoàn", "thuỷu", "hoài", "ngoáy", "khuỷnh"] {
        #expect(Array(comparisonKey(text).utf8) == Array(text.utf8))
    }
}

@Test(arguments: [
    ("Đánh đập", "danh dap"), ("CỨU EM", "cuu em"), ("Nguyễn Thị Ửng", "nguyen thi ung"),
    ("ð Ð ɖ Ɖ đ Đ", "d d d d d d"),
    ("giết😀", "giet"), ("tự…tử", "tu tu"), ("ơ ư Ơ Ư", "o u o u"), ("e\u{302}\u{323}", "e"), ("漢字", "漢字"), ("", ""),
])
func searchKeysHaveNoMarks(text: String, key: String) {
    #expect(searchKey(text) == key)
    #expect(searchKey(searchKey(text)) == key)
}

@Test func phrasesAreFoundAsWholeWords() {
    #expect(finds("cuu em", in: "Xin hãy CỨU  EM!"))
    #expect(finds("giet", in: "nó dọa giết, em sợ"))
    #expect(finds("tu tu", in: "tự tử"))
    #expect(finds("dao", in: "“Dao”"))
    #expect(finds("dao", in: "đảo dao"))
    #expect(!finds("dao", in: "daon"))
    #expect(!finds("hiep", in: "thiep hiepx"))
    #expect(!finds("", in: "gì cũng được"))
    #expect(!finds("dao dai", in: "dao"))
}

@Test func lookAlikesAreSeen() {
    #expect(lookAlike("Ðánh") == .eth)
    #expect(lookAlike("Ɖắk Lắk") == .eth)
    #expect(lookAlike("Nguy\u{435}n") == .script)
    #expect(lookAlike("\u{391}nh") == .script)
    #expect(lookAlike("Đắk Lắk, 漢字 và привет, α") == nil)
    #expect(lookAlike("") == nil)
}

@Test func keysOfAnyTextAreStable() {
    var generator = SeededGenerator(seed: 65)
    let letters = Array(
        "aàảãáạoòỏõóọuùủũúụyỳỷỹýỵeèẻẽéẹqhtđĐ ÐÊƠ\u{301}\u{323}\u{302}\u{200D}\u{A0}“’–１Ａ漢😀n".unicodeScalars)
    for _ in 0..<5000 {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...10, using: &generator) {
            text.append(letters.randomElement(using: &generator) ?? "a")
        }
        let key = VietnameseText.comparisonKey(Array(String(text).utf8))
        #expect(VietnameseText.comparisonKey(key) == key)
        #expect(key.count <= 3 * text.description.utf8.count)
        let composed = String(text).precomposedStringWithCanonicalMapping
        #expect(VietnameseText.comparisonKey(Array(composed.utf8)) == key)
        let folded = VietnameseText.searchKey(Array(String(text).utf8))
        #expect(VietnameseText.searchKey(folded) == folded)
    }
    for _ in 0..<2000 {
        let noise = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
        _ = VietnameseText.searchKey(noise)
        _ = VietnameseText.contains([0x61], onWordBordersOf: noise)
    }
}
