import Testing

@testable import TincayIntake

@Suite struct WordScannerTests {
    /// Whether a query's words are found in a JSON text.
    private func finds(_ query: String, in json: String) throws -> Bool {
        let query = try #require(SearchQuery(Array(query.utf8), isExact: false))
        var scanner = WordScanner(query)
        let text = Array(json.utf8)
        unsafe text.withUnsafeBufferPointer { unsafe scanner.scan(json: $0) }
        return query.isMet(by: scanner.terms)
    }

    @Test func aStringEndsAtItsQuotationMarkWhereverThatStands() throws {
        for length in 0..<40 {
            let filling = String(repeating: "x", count: length)
            #expect(try finds("rain", in: "{\"a\":\"\(filling) rain\",\"b\":\"sun\"}"))
            #expect(try !finds("rain", in: "{\"a\":\"\(filling)\",\"rain\":\"sun\"}"))
            #expect(try finds("sun", in: "{\"rain\":\"\(filling)\",\"b\":\"sun\"}"))
        }
    }

    @Test func anEscapedQuotationMarkEndsNoString() throws {
        for length in 0..<40 {
            let filling = String(repeating: "x", count: length)
            #expect(try finds("rain", in: "{\"a\":\"\(filling)\\\" rain\"}"))
            #expect(try finds("rain", in: "{\"a\":\"\(filling)\\\\\",\"b\":\"rain\"}"))
            #expect(try !finds("rain", in: "{\"a\":\"\(filling)\\\\\",\"rain\":\"\"}"))
        }
    }

    @Test func aTextThatIsCutOffIsReadToItsEnd() throws {
        let json = Array("{\"a\":\"đêm mưa \\u1ea1 ẩ".utf8)
        for count in 0...json.count {
            var scanner = WordScanner(nil)
            let text = [UInt8](json.prefix(count))
            unsafe text.withUnsafeBufferPointer { unsafe scanner.scan(json: $0) }
        }
        #expect(try finds("dem", in: "{\"a\":\"đêm"))
    }

    @Test func lettersOfOneAndOfTwoMarksAreTheirLetters() throws {
        #expect(try finds("đường", in: "{\"a\":\"DUONG\"}"))
        #expect(try finds("duong", in: "{\"a\":\"đường\"}"))
        #expect(try finds("ao", in: "{\"a\":\"áo ở\"}"))
    }

    @Test func wordsAreNumberedOnlyWhenSomebodyAsks() {
        var numbers: [UInt64] = []
        var scanner = WordScanner(nil)
        scanner.scan(Array("one two".utf8)) { numbers.append($0) }
        #expect(numbers.count == 2)
        scanner.numbersWords = false
        scanner.scan(Array("three".utf8)) { numbers.append($0) }
        #expect(numbers.count == 2)
    }
}
