import Testing

@testable import TincayIntake

@Suite struct JSONPathTests {
    @Test(arguments: [
        "", "/", "/a", "/a/0", "/a/1", "/a/2", "/a/01", "/a/-", "/a/1/b", "/a~1b", "/a~0", "/a~2", "/a~", "a", "/ê",
        "/0",
        "/a/1/b/c", "/b", "/b/x",
    ])
    func aPathLeadsWhereItsPointerLeads(pointer: String) throws {
        for json in [
            #"{"a":[1,{"b":[]}],"a/b":2,"a~":3,"":4,"\u00ea":5,"0":6,"b":null}"#, #"[7,8]"#, "9", #"{"b":{"x":1}}"#,
        ] {
            let root = try JSONDocument(parsing: Array(json.utf8), limits: .any).root
            let path = JSONPath(Array(pointer.utf8))
            #expect(
                path.value(in: root)?.index == root.at(pointer: Array(pointer.utf8))?.index, "\(pointer) in \(json)")
            #expect(path.pointer == Array(pointer.utf8))
        }
    }

    @Test func everyValueHasThePointerThatLeadsToIt() throws {
        let json = #"{"a":[1,[2,{"b/c":[3]}],{}],"":{"~":4},"d":[]}"#
        let document = try JSONDocument(parsing: Array(json.utf8), limits: .any)
        var values = [document.root]
        while let value = values.popLast() {
            #expect(document.root.at(pointer: value.pointer)?.index == value.index)
            values += value.elements.map { $0 } + value.members.map { $0.value }
        }
    }
}
