import Testing

@testable import TincayIntake

@Test(arguments: [
    "Em bị ĐÁNH", "  hai   dòng\n\tnữa ", "Thuý/thúy ƯỚC", "e\u{301}m", "\u{200B}cứu\u{200B} em", "“Dao”—đây", "日本 em",
    "ﬁ ß ẞ İ ı",
    "", " ", "A\u{0}b", "👧 em", "ÐƉđ",
])
func foldedLettersAreTheSearchKey(text: String) {
    #expect(FoldedLetters.searchKey(Array(text.utf8)) == VietnameseText.searchKey(Array(text.utf8)))
}

@Test func foldedLettersAreTheSearchKeyOfWhateverIsWritten() {
    var random = SeededGenerator(seed: 7)
    let scalars = Array(
        "aăâbcdđeêmnoôơuưyAĐẠẢẤẦẨẪẬắằẳẵặẹẻẽếềểễệỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ .,!\n\t-'0123\u{301}\u{309}\u{200D}ßŁ"
            .unicodeScalars)
    for _ in 0..<5_000 {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<30, using: &random) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        let bytes = Array(String(text).utf8)
        #expect(FoldedLetters.searchKey(bytes) == VietnameseText.searchKey(bytes))
    }
}
