import Testing

@testable import TincayIntake

@Test func everyNameOfAnIndexIsFoundAtItsPlace() throws {
    let names = (0..<500).map { "n\($0)" } + ["", "ê", "a/b"]
    let index = NameIndex(names.map { Array($0.utf8) })
    let json = #"{"other":1,"\u00ea":2,\#(names.dropLast(2).map { "\"\($0)\":0" }.joined(separator: ",")),"a/b":3}"#
    let root = try JSONDocument(parsing: Array(json.utf8), limits: .any).root
    for member in root.members {
        let name = String(decoding: try #require(member.name.text), as: UTF8.self)
        #expect(index.place(ofMember: member.name) == names.firstIndex(of: name))
    }
    #expect(NameIndex([]).place(ofMember: try #require(root.members.map { $0.name }.first)) == nil)
}
