import Testing

@testable import TincayIntake

/// The elements of a list.
private func elements(_ json: String) throws -> [JSONValue] {
    try JSONDocument(parsing: Array(json.utf8), limits: .any).root.elements.map { $0 }
}

@Suite("Sets of values")
struct ValueSetTests {
    @Test(
        "equal values are one, however they are written",
        arguments: [
            ("[1, 1.0, 10e-1, 0.1E1, 1e0]", 1), ("[100, 1e2, 1000e-1, 100.00]", 1), ("[0, -0, 0.0, 0e9, -0.0e-3]", 1),
            ("[-5, 5, -50e-1, -0.5e1]", 2), ("[10, 1, 100, 1000, 10000000000]", 5), ("[12, 120, 1200, 1.2e3]", 3),
            (#"["a", "\u0061", "b", ""]"#, 3), (#"[{"a":1,"b":[2]}, {"b":[2.0],"a":1}, {"a":1}]"#, 2),
            (#"[[], [[]], [[],[]], {}, null, false, true, "", 0]"#, 9), (#"["1", 1, "n", null, [1], ["1"]]"#, 6),
            (#"[["a","b"], ["ab"], ["a","b",""], ["", "ab"]]"#, 4),
            ("[123456789012345678901234567890, 123456789012345678901234567890.0]", 1),
            ("[1e99999999999999999999, 1e99999999999999999998, 10e99999999999999999998]", 2),
        ])
    func equal(_ json: String, count: Int) throws {
        let set = ValueSet(try elements(json))
        #expect(set.count == count)
        for value in try elements(json) { #expect(set.holds(value)) }
    }

    @Test("what is not on the list is not found, be it as long as what is or not")
    func others() throws {
        let set = ValueSet(try elements(#"[[1,2], {"a":1}, 7, "a"]"#))
        for value in try elements(#"[[1], [1,3], [1,2,3], {"b":1}, {}, 70, 0.7, "b", null]"#) {
            #expect(!set.holds(value))
        }
        #expect(!ValueSet([]).holds(try elements("[1]")[0]))
    }

    @Test("thousands of values are each found, and none besides")
    func many() throws {
        let set = ValueSet(try elements("[" + (0..<5000).map { "\($0 * 2)" }.joined(separator: ",") + "]"))
        #expect(set.count == 5000)
        for (number, value) in try elements("[" + (0..<10_000).map { "\($0)" }.joined(separator: ",") + "]")
            .enumerated()
        {
            #expect(set.holds(value) == (number % 2 == 0))
        }
    }
}
