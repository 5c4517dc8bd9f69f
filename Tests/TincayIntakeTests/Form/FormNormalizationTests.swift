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
