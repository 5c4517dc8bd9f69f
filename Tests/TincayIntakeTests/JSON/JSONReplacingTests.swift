import Testing

@testable import TincayIntake

@Suite struct JSONReplacingTests {
    /// A text with a value put where a pointer leads to; nil when it cannot be.
    func put(_ value: String?, at pointer: String, in json: String) throws -> String? {
        let document = try JSONDocument(parsing: Array(json.utf8), limits: .report)
        return document.root.replacing(Array(pointer.utf8), with: value.map { Array($0.utf8) })
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func aMemberIsReplacedAddedAndTakenAway() throws {
        #expect(try put("2", at: "/a", in: #"{"a": 1, "b": [true]}"#) == #"{"a":2,"b":[true]}"#)
        #expect(try put("2", at: "/c", in: #"{"a":1}"#) == #"{"a":1,"c":2}"#)
        #expect(try put(nil, at: "/a", in: #"{"a":1,"b":2}"#) == #"{"b":2}"#)
        #expect(try put(nil, at: "/a/b", in: #"{"a":{"b":1,"c":2}}"#) == #"{"a":{"c":2}}"#)
    }

    @Test func containersOnTheWayAreMade() throws {
        #expect(try put("1", at: "/a/b", in: "{}") == #"{"a":{"b":1}}"#)
        #expect(try put("1", at: "/a/0/b", in: "{}") == #"{"a":[{"b":1}]}"#)
        #expect(try put("1", at: "/a/-", in: #"{"a":[7]}"#) == #"{"a":[7,1]}"#)
        #expect(try put("1", at: "/a/1", in: #"{"a":[7,8,9]}"#) == #"{"a":[7,1,9]}"#)
        #expect(try put(nil, at: "/a/1", in: #"{"a":[7,8,9]}"#) == #"{"a":[7,9]}"#)
    }

    @Test func whatCannotBePutThereIsRefused() throws {
        for (pointer, json) in [
            ("a", "{}"), ("/a/b", #"{"a":1}"#), ("/a/2", #"{"a":[1]}"#), ("/a/x", #"{"a":[1]}"#),
            ("/a/01", #"{"a":[1,2]}"#),
            ("/~2", "{}"), ("/a", "[]"), (String(repeating: "/a", count: 65), "{}"),
        ] {
            #expect(try put("1", at: pointer, in: json) == nil, "\(pointer)")
        }
        #expect(try put(nil, at: "/b", in: #"{"a":1}"#) == nil)
        #expect(try put(nil, at: "/a/b/c", in: #"{"a":{}}"#) == nil)
    }

    @Test func namesAreEscapedBothWays() throws {
        #expect(try put("1", at: "/a~1b~0c", in: "{}") == #"{"a/b~c":1}"#)
        #expect(try put("1", at: "/q", in: "{\"\\u0071\":0}") == #"{"q":1}"#)
        #expect(try put("1", at: "/\"", in: "{}") == #"{"\"":1}"#)
    }
}
