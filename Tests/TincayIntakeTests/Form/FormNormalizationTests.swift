import Foundation
import Testing

@testable import TincayIntake

/// A form with a text, a name, a telephone number in a group, and a story.
private let source = """
    {"x-tincay-form":{"id":"f","version":"1"},"unevaluatedProperties":false,"required":["name"],"properties":{
      "name":{"type":"string","maxLength":5,"x-tincay-normalize":"name"},
      "place":{"enum":["Hoà","Ệ"]},
      "calls":{"type":"array","items":{"type":"object","properties":{
        "to":{"type":"string","format":"vn-phone","x-tincay-normalize":"phone"}}}},
      "story":{"type":"string","x-tincay-section":"notes","x-tincay-normalize":"narrative"}}}
    """

/// What was put in order, as "path steps".
private func normalized(_ verdict: Verdict) -> [String] {
    (verdict.result["normalized"] as? [[String: Any]] ?? []).map {
        "\($0["path"] ?? "") \(($0["steps"] as? [String] ?? []).joined(separator: ","))"
    }
}

@Test func whatIsPutInOrderIsJudgedAndKept() throws {
    let form = try FormFixture.form(source)
    let answers =
        #"{"name":"  Na \u00a0 B ","place":"E\u0323\u0302","calls":[{"to":"0912 345 678"}],"story":" e\u0301  "}"#
    let verdict = try FormFixture.check(form, answers)
    #expect(verdict.accepted, "\(verdict.findings)")
    #expect(normalized(verdict) == ["/name space,trim", "/place nfc", "/calls/0/to phone", "/story nfc"])
    let kept = form.join(verdict.checked.sections)
    #expect(
        Array(kept) == Array(#"{"name":"Na B","place":"Ệ","calls":[{"to":"+84912345678"}],"story":" é  "}"#.utf8))
    let again = try form.check(kept, language: nil, at: FormFixture.monday)
    #expect(normalized(Verdict(again)) == [])
    #expect(!verdict.text.contains("0912") && !verdict.text.contains("Na B"))
}

@Test func thePlainSchemaTakesAnswersAsTheyAre() throws {
    let form = try FormFixture.form(
        source.replacingOccurrences(of: #""x-tincay-form":{"id":"f","version":"1"},"#, with: ""))
    let verdict = try FormFixture.check(form, #"{"name":" a  ","story":"Vi®t"}"#)
    #expect(verdict.accepted && normalized(verdict) == [] && verdict.findings.isEmpty)
    #expect(Array(form.join(verdict.checked.sections)) == Array(#"{"name":" a  ","story":"Vi®t"}"#.utf8))
}

@Test func aWayToPutTextInOrderThatIsNoneIsRefused() throws {
    for wrong in [#""upper""#, "1", "null"] {
        let json = source.replacingOccurrences(of: #""narrative""#, with: wrong)
        #expect(throws: FormError.self) { _ = try FormFixture.form(json) }
    }
}

@Test(arguments: [
    ("trÎ em bÞ ®¸nh", #"{"encoding":"TCVN3"}"#), ("Nguyeãn Vaên", #"{"encoding":"VNI"}"#),
    ("Ðánh", #"{"lookalike":"eth"}"#),
    ("Nguy\u{435}n", #"{"lookalike":"script"}"#),
])
func damagedTextIsAWarning(text: String, parameters: String) throws {
    let form = try FormFixture.form(source)
    let verdict = try FormFixture.check(form, #"{"name":"a","story":"\#(text)"}"#)
    #expect(verdict.accepted)
    #expect(verdict.findings == ["text /story warning"])
    #expect(verdict.text.contains(#""parameters":\#(parameters)"#))
}

@Test func lengthsCountWhatIsKept() throws {
    let form = try FormFixture.form(source)
    #expect(try FormFixture.check(form, #"{"name":"e\u0323\u0302e\u0323\u0302e\u0323\u0302"}"#).accepted)
    #expect(try FormFixture.check(form, #"{"name":"abcdef"}"#).findings == ["maxLength /name error"])
}

/// A form that keeps what was typed beside a number, in a section of its own and in a group.
private let keeping = """
    {"x-tincay-form":{"id":"f","version":"1"},"unevaluatedProperties":false,"properties":{
      "to":{"type":"string","format":"vn-phone","x-tincay-normalize":"phone","x-tincay-section":"contact",
        "x-tincay-typed":"to_typed"},
      "to_typed":{"type":"string","x-tincay-section":"contact","x-tincay-normalize":"narrative"},
      "others":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{
        "to":{"type":"string","x-tincay-normalize":"phone","x-tincay-typed":"typed"},"typed":{"type":"string"}}}}}}
    """

@Test func aTelephoneNumberIsKeptAsItWasTypedToo() throws {
    let form = try FormFixture.form(keeping)
    let answers =
        #"{"others":[{"to":"(0)912.345.678 "},{"to":"111"},{"to":"nhà bà"}],"to":"0168 234 5678"}"#
    let verdict = try FormFixture.check(form, answers)
    #expect(verdict.accepted && verdict.findings.isEmpty)
    #expect(normalized(verdict) == ["/others/0/to trim,phone", "/to phone,renumbered"])
    #expect(!verdict.text.contains("0168") && !verdict.text.contains("912"))
    let contact = try #require(verdict.checked.sections.first { $0.name == .contact })
    #expect(contact.json == Array(#"{"to":"+84382345678","to_typed":"0168 234 5678"}"#.utf8))
    let kept = form.join(verdict.checked.sections)
    #expect(
        String(decoding: kept, as: UTF8.self).contains(
            #""others":[{"to":"+84912345678","typed":"(0)912.345.678"},{"to":"111"},{"to":"nhà bà"}]"#))
    // Looked at again, as a desk does, it stays what it is.
    let again = try form.check(kept, language: nil, at: FormFixture.monday)
    #expect(again.accepted && normalized(Verdict(again)) == [] && form.join(again.sections) == kept)
    // What a host gives itself is not overwritten.
    let given = try FormFixture.check(form, #"{"to_typed":"as said","to":"0912 345 678"}"#)
    #expect(given.checked.sections.first?.json == Array(#"{"to_typed":"as said","to":"+84912345678"}"#.utf8))
}

@Test func whatWasTypedIsNeverKeptWhereItWouldHoldUpAReport() throws {
    let form = try FormFixture.form(keeping)
    for typed in [#"0912\u000b345678"#, String(repeating: " ", count: 300) + "0912345678"] {
        let verdict = try FormFixture.check(form, #"{"to":"\#(typed)"}"#)
        #expect(verdict.accepted)
        #expect(Array(form.join(verdict.checked.sections)) == Array(#"{"to":"+84912345678"}"#.utf8))
    }
}

@Test(arguments: [
    (#""to_typed""#, #""nowhere""#), (#""to_typed""#, #""others""#), (#""to_typed""#, #""to""#),
    (#""x-tincay-section":"contact","x-tincay-normalize":"narrative""#, #""x-tincay-section":"notes""#),
    (#""to_typed""#, "true"),
])
func aPlaceForWhatWasTypedThatMakesNoSenseIsRefused(right: String, wrong: String) {
    let json = keeping.replacingOccurrences(of: #""x-tincay-typed":\#(right)"#, with: #""x-tincay-typed":\#(wrong)"#)
        .replacingOccurrences(of: right.count > 20 ? right : "nothing", with: wrong)
    #expect(json != keeping)
    #expect(throws: FormError.self) { _ = try FormFixture.form(json) }
}
