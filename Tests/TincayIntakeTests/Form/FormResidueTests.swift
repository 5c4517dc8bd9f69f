import Testing

@testable import TincayIntake

/// Words that no form contains.
private let canary = "con-chim-bao-bao"

@Test func noAnswerStandsInAResult() throws {
    let form = try #require(FormFixture.standard)
    for question in form.questionnaire.questions {
        let name = String(decoding: question.name, as: UTF8.self)
        for value in [#""\#(canary)""#, #"["\#(canary)"]"#, #"{"commune":"\#(canary)","year":"\#(canary)"}"#] {
            for start in [#""safe_now":"N","#, #""profile":"C","#, #""profile":"K","session_ok":true,"#] {
                guard !start.contains("\"\(name)\"") else { continue }
                let verdict = try FormFixture.check("{\(start)\"\(name)\":\(value)}")
                #expect(!verdict.text.contains("chim"))
                #expect(!String(decoding: verdict.checked.triage, as: UTF8.self).contains("chim"))
                #expect(!String(decoding: verdict.checked.facets, as: UTF8.self).contains("chim"))
            }
        }
    }
}

@Test func aProfileThatTheFormDoesNotHaveIsNotRepeated() throws {
    let verdict = try FormFixture.check(#"{"profile":"\#(canary)","safe_now":"N"}"#)
    #expect(verdict.checked.profile.isEmpty)
    #expect(!verdict.text.contains("chim"))
}

@Test func aMessageNeverRepeatsAnUnknownName() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"N","\#(canary)":1}"#)
    #expect(verdict.findings == ["unknown /\(canary) error"])
    #expect(verdict.messages.allSatisfy { !$0.contains("chim") })
}
