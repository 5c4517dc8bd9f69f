import Foundation
import Testing

@testable import TincayIntake

/// The JSON examples of the guide to writing forms.
private func examples() throws -> [String] {
    let file = FormFixture.root.appendingPathComponent("Documentation/FORMS.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```")
    return parts.filter { $0.hasPrefix("json\n") }.map { String($0.dropFirst(5)) }
}

@Test func everyExampleOfTheGuideIsAForm() throws {
    let all = try examples()
    #expect(all.count >= 6)
    for example in all {
        #expect(throws: Never.self) { try FormFixture.form(example) }
    }
}

@Test func theFirstExampleOfTheGuideDoesWhatTheGuideSays() throws {
    let form = try FormFixture.form(try #require(examples().first))
    #expect(form.id == Array("playground".utf8))
    let child = try FormFixture.check(form, #"{"who":"C","danger":"UNK","phone":"1"}"#, language: "vi")
    #expect(child.findings == ["irrelevant /phone error"])
    #expect(child.result["urgency"] as? String == "U2")
    #expect(child.hotlines == ["111"])
    let adult = try FormFixture.check(form, #"{"who":"B","danger":"N","phone":"1","place":"x"}"#)
    #expect(adult.accepted)
    #expect(adult.checked.sections.map { $0.name } == [.facts, .contact, .place])
}
