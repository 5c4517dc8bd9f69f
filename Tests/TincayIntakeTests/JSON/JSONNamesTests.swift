import Testing

@testable import TincayIntake

struct JSONNamesTests {
    /// Why a text is not taken; nil when it is.
    private func refusal(_ text: String) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONDocument(parsing: Array(text.utf8), limits: .any)
            return nil
        } catch {
            return error
        }
    }

    /// An object whose members hold an object each, with one member more before it closes.
    private func object(of count: Int, last: String) -> String {
        "{" + (0..<count).map { "\"n\($0)\":{\"n0\":1,\"n1\":[{\"n0\":2}]}," }.joined() + "\"\(last)\":0}"
    }

    @Test func aNameThatComesAgainIsRefusedInObjectsOfEverySize() {
        for count in 1...80 {
            #expect(refusal(object(of: count, last: "m")) == nil)
            for again in [0, count / 2, count - 1] {
                #expect(refusal(object(of: count, last: "n\(again)")) == .duplicateName, "\(count), \(again)")
            }
        }
    }

    @Test func aNameIsTheSameHoweverItIsWritten() {
        for count in [1, 23, 24, 25, 60] {
            #expect(refusal(object(of: count, last: "\\u006e0")) == .duplicateName)
            #expect(refusal(object(of: count, last: "\\u006e")) == nil)
        }
    }

    @Test func objectsInsideAndBesideMayHaveTheSameNames() {
        #expect(refusal("{\"a\":{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}},\"b\":{\"a\":1,\"b\":2}}") == nil)
        #expect(refusal("{\"a\":{\"b\":1},\"b\":{\"a\":1},\"a\":2}") == .duplicateName)
        #expect(refusal("[{\"a\":1},{\"a\":1,\"a\":2}]") == .duplicateName)
    }
}
