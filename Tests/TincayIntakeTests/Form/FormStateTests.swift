import Foundation
import Testing

@testable import TincayIntake

/// The questions of a state by their names.
private func questions(_ state: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(state["questions"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: list.map { ($0["id"] as? String ?? "", $0) })
}

/// The names of the questions that are shown, in their order.
private func visible(_ state: [String: Any]) throws -> [String] {
    let list = try #require(state["questions"] as? [[String: Any]])
    return list.filter { $0["visible"] as? Bool == true }.compactMap { $0["id"] as? String }
}

@Test func aChildSeesAboutADozenQuestionsInTheirOrder() throws {
    let state = try FormFixture.state("{}", profile: "C", language: "vi-x-child")
    let shown = try visible(state)
    #expect(shown.prefix(3) == ["session_ok", "safe_now", "hurt_now"])
    #expect((9...14).contains(shown.count))
    #expect(state["title"] as? String == "Em muốn nói gì?")
    #expect(state["profile"] as? String == "C")
    let safe = try #require(questions(state)["safe_now"])
    #expect(safe["label"] as? String == "Bây giờ em có thấy an toàn không?")
    #expect(safe["kind"] as? String == "choice")
    #expect(safe["page"] as? String == "safety")
    #expect(safe["path"] as? String == "/safe_now")
    let labels = (safe["choices"] as? [[String: Any]])?.compactMap { $0["label"] as? String }
    #expect(labels?.first == "Có, em an toàn")
}

@Test func anEmptyTextIsAsGoodAsNoAnswers() throws {
    let form = try #require(FormFixture.standard)
    let profile = Array("B".utf8)
    #expect(
        try form.state([], profile: profile, language: nil)
            == form.state(Array("{}".utf8), profile: profile, language: nil))
}

@Test func aProfileThatTheFormDoesNotHaveIsRefused() throws {
    let form = try #require(FormFixture.standard)
    #expect(throws: StateError.unknownProfile) { try form.state([], profile: Array("Z".utf8), language: nil) }
    let plain = try FormFixture.form("{}")
    #expect(throws: StateError.unknownProfile) { try plain.state([], profile: Array("C".utf8), language: nil) }
    #expect(throws: StateError.json(.syntax)) { try form.state(Array("{".utf8), profile: nil, language: nil) }
}

@Test func theProfileThatTheAnswersNameCounts() throws {
    let state = try FormFixture.state(#"{"profile":"K"}"#, profile: nil)
    #expect(state["profile"] as? String == "K")
    #expect(try visible(state).contains("m01_class"))
    #expect(try !visible(FormFixture.state(#"{"profile":"K"}"#, profile: "C")).contains("m01_class"))
}

@Test func aChildIsOfferedPlainWordsAndACounsellorAllCodes() throws {
    func codes(_ profile: String) throws -> [String] {
        let question = try #require(questions(FormFixture.state("{}", profile: profile))["concerns"])
        #expect(question["kind"] as? String == "choices")
        return (question["choices"] as? [[String: Any]])?.compactMap { $0["value"] as? String } ?? []
    }
    #expect(try codes("C").contains("S0"))
    #expect(try !codes("C").contains("S1"))
    #expect(try !codes("B").contains("X4"))
    #expect(try codes("K").contains("S1"))
}

@Test func questionsAppearWithTheAnswersThatTheyDependOn() throws {
    let named = #"{"profile":"B","anonymous":false}"#
    let anonymous = #"{"profile":"B","anonymous":true}"#
    #expect(try visible(FormFixture.state(named, profile: nil)).contains("reporter_phone"))
    #expect(try !visible(FormFixture.state(anonymous, profile: nil)).contains("reporter_phone"))
    #expect(try !visible(FormFixture.state("{}", profile: "B")).contains("reporter_phone"))
    #expect(try !visible(FormFixture.state("{}", profile: "C")).contains("contact_detail"))
    #expect(try !visible(FormFixture.state("{}", profile: "C")).contains("danger_place_now"))
    #expect(try visible(FormFixture.state(#"{"safe_now":"N"}"#, profile: "C")).contains("danger_place_now/text"))
    #expect(try !visible(FormFixture.state(#"{"concerns":["V"]}"#, profile: "B")).contains("injury_facts"))
    #expect(try visible(FormFixture.state(#"{"concerns":["I"]}"#, profile: "B")).contains("injury_facts"))
    #expect(try !visible(FormFixture.state(#"{"contact_way":"NONE"}"#, profile: "C")).contains("contact_detail"))
    #expect(try visible(FormFixture.state(#"{"contact_way":"CALL"}"#, profile: "C")).contains("contact_detail"))
}

@Test func nothingIsRequiredAnyLongerOnceThereIsDanger() throws {
    func required(_ answers: String) throws -> [String] {
        try questions(FormFixture.state(answers, profile: "K")).values.filter { $0["required"] as? Bool == true }
            .compactMap { $0["id"] as? String }.sorted()
    }
    #expect(try required("{}").count > 15)
    #expect(try required(#"{"safe_now":"N"}"#) == ["danger_place_now", "session_ok"])
}

@Test func whatIsAnsweredIsSaidAndTheAnswerIsNot() throws {
    let form = try #require(FormFixture.standard)
    let answers = #"{"profile":"C","narrative":"con-chim-bao-bao","child_age_est":"con-chim-bao-bao"}"#
    let json = try form.state(Array(answers.utf8), profile: nil, language: nil)
    #expect(!String(decoding: json, as: UTF8.self).contains("con-chim"))
    let state = try FormFixture.state(answers, profile: nil)
    #expect(try questions(state)["narrative"]?["answered"] as? Bool == true)
    #expect(try questions(state)["safe_now"]?["answered"] as? Bool == false)
}

@Test func theMembersOfAGroupAreQuestionsOfTheirOwn() throws {
    let state = try FormFixture.state(#"{"child_birth":{"year":2015}}"#, profile: "K", language: "en")
    let all = try questions(state)
    #expect(all["child_birth"]?["kind"] as? String == "group")
    let year = try #require(all["child_birth/year"])
    #expect(year["path"] as? String == "/child_birth/year")
    #expect(year["kind"] as? String == "number")
    #expect(year["label"] as? String == "Year")
    #expect(year["answered"] as? Bool == true)
    #expect(year["required"] as? Bool == true)
    #expect(year["minimum"] as? Int == 1_990)
    #expect(all["child_birth/day"]?["answered"] as? Bool == false)
}

@Test func limitsAreThoseOfTheProfile() throws {
    func limit(_ profile: String) throws -> Int? {
        try questions(FormFixture.state("{}", profile: profile))["narrative"]?["maximum"] as? Int
    }
    #expect(try limit("C") == 2_000)
    #expect(try limit("K") == 8_000)
}

@Test func aPlainSchemaCanBeAskedToo() throws {
    let form = try FormFixture.form(
        """
        {"title":"Small","properties":{"n":{"type":"integer"},"d":{"format":"date","type":"string"},
         "e":{"enum":["a","b"]},"m":{"items":{"enum":[1,2]},"type":"array"},"b":{"type":["null","boolean"]},
         "t":{"description":"why"}},"required":["n"],"dependentRequired":{"n":["d"]},
         "dependentSchemas":{"e":{"properties":{"later":true}}},"anyOf":[{"properties":{"x":true}},{}]}
        """)
    let json = try form.state(Array(#"{"n":1}"#.utf8), profile: nil, language: Array("en".utf8))
    let state = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let all = try questions(state)
    #expect(state["title"] as? String == "Small")
    #expect(
        all.mapValues { $0["kind"] as? String ?? "" } == [
            "n": "number", "d": "date", "e": "choice", "m": "choices", "b": "boolean", "t": "text", "later": "text",
            "x": "text",
        ])
    #expect(all["t"]?["hint"] as? String == "why")
    #expect(all["d"]?["required"] as? Bool == true)
    #expect(all["later"]?["visible"] as? Bool == false)
    #expect((all["m"]?["choices"] as? [[String: Any]])?.compactMap { $0["label"] as? String } == ["1", "2"])
}

@Test func answersThatAreNoObjectStillGetAState() throws {
    #expect(try !visible(FormFixture.state("[1]", profile: "C")).isEmpty)
    #expect(try !visible(FormFixture.state("null", profile: nil)).isEmpty)
}

/// A form with everything that a screen can be told about a question.
private let rich = """
    {"x-tincay-form":{"profile":"p","child_profiles":["C"]},"type":"object","properties":{
      "p":{"enum":["C","K"]},
      "hurt":{"oneOf":[{"const":"Y","x-tincay-i18n":{"vi":{"label":"Có","icon":"yes.svg","audio":"co.ogg"}}},
        {"const":"N","x-tincay-i18n":{"vi":{"label":"Không"}}}],
        "x-tincay-i18n":{"vi":{"label":"Có đau không?","hint":"Chọn một ô","audio":"dau.ogg","icon":"dau.svg"},
          "vi-x-child":{"label":"Em có đau không?","audio":"em-dau.ogg"}}},
      "phone":{"type":"string","maxLength":20,"x-tincay-normalize":"phone"},
      "day":{"type":"string","format":"date"},"story":{"type":"string"},"age":{"type":"integer"},
      "names":{"type":"array","items":{"type":"string"},"minItems":1}},
     "if":{"properties":{"hurt":{"const":"Y"}},"required":["hurt"]},
     "then":{"properties":{"where":{"enum":["HEAD","ARM"]}},"required":["where"]},
     "required":["p","hurt"],"unevaluatedProperties":false,
     "x-tincay-pages":[{"id":"one","questions":["hurt","where"],"x-tincay-i18n":{"vi":{"label":"Một"}}},
       {"id":"two","questions":["phone","story"]}]}
    """

/// The state of the rich form.
private func richState(_ answers: String, _ profile: String?, _ detail: StateDetail = .full) throws -> [String: Any] {
    let form = try FormFixture.form(rich)
    let json = try form.state(
        Array(answers.utf8), profile: profile.map { Array($0.utf8) }, language: Array("vi".utf8), detail: detail)
    return try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
}

@Test func aScreenGetsSoundsAndPicturesInTheWordsOfItsReader() throws {
    let child = try #require(questions(richState("{}", "C"))["hurt"])
    #expect(child["label"] as? String == "Em có đau không?")
    #expect(child["hint"] as? String == "Chọn một ô")
    #expect(child["audio"] as? String == "em-dau.ogg")
    #expect(child["icon"] as? String == "dau.svg")
    let yes = try #require((child["choices"] as? [[String: Any]])?.first)
    #expect(yes["icon"] as? String == "yes.svg")
    #expect(yes["audio"] as? String == "co.ogg")
    #expect(try questions(richState("{}", "K"))["hurt"]?["label"] as? String == "Có đau không?")
}

@Test func aScreenLearnsHowAnAnswerIsTyped() throws {
    let all = try questions(richState("{}", "C"))
    let inputs = all.compactMapValues { $0["input"] as? String }
    #expect(inputs == ["phone": "telephone", "day": "date", "story": "lines", "age": "digits"])
    #expect(all["day"]?["format"] as? String == "date")
    #expect(all["names"]?["kind"] as? String == "list")
    #expect(all["names"]?["minimum"] as? Int == 1)
}

@Test func progressIsToldForEachPageAndInAll() throws {
    let state = try richState(#"{"hurt":"Y"}"#, "C")
    let pages = try #require(state["pages"] as? [[String: Any]])
    #expect(pages.map { $0["id"] as? String } == ["one", "two"])
    #expect(pages[0]["label"] as? String == "Một")
    #expect(pages[0]["shown"] as? Int == 2)
    #expect(pages[0]["answered"] as? Int == 1)
    #expect(pages[0]["missing"] as? Int == 1)
    #expect((state["progress"] as? [String: Any])?["shown"] as? Int == 8)
    #expect(state["complete"] as? Bool == false)
    #expect(try richState(#"{"hurt":"N"}"#, "C")["complete"] as? Bool == true)
}

@Test func whatIsWrongIsToldBesideTheFieldThatWasAnswered() throws {
    let state = try richState(#"{"age":"ten","where":"LEG","hurt":"Y"}"#, "C", .changes)
    let findings = try #require(state["findings"] as? [[String: Any]])
    #expect(findings.map { $0["path"] as? String } == ["/where", "/age"])
    #expect(findings.map { $0["code"] as? String } == ["enum", "type"])
    #expect(findings.last?["message"] as? String == "Em xem lại câu này nhé: age")
    let stale = try richState(#"{"where":"ARM","hurt":"N"}"#, "C", .changes)
    #expect((stale["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == ["irrelevant"])
    #expect((try richState("{}", "C")["findings"] as? [Any])?.isEmpty == true)
}

@Test func whatChangedIsShortAndNeverSaysHowUrgentItIs() throws {
    let form = try #require(FormFixture.standard)
    let answers = Array(#"{"safe_now":"N"}"#.utf8)
    let profile = Array("C".utf8)
    let full = try form.state(answers, profile: profile, language: nil)
    let changes = try form.state(answers, profile: profile, language: nil, detail: .changes)
    #expect(changes.count < full.count / 2)
    #expect(!String(decoding: full + changes, as: UTF8.self).contains("\"urgency\""))
}

@Test func manyScreensMayAskAtOnce() async throws {
    let form = try FormFixture.form(rich)
    let tags = ["vi", "en", "vi-x-child", "km", "fr", "de", "ede", "en-x-child"].map { Array($0.utf8) }
    let expected = try tags.map { try form.state([], profile: nil, language: $0) }
    let again = try FormFixture.form(rich)
    await withTaskGroup(of: Bool.self) { group in
        for round in 0..<64 {
            group.addTask {
                let place = round % tags.count
                return (try? again.state([], profile: nil, language: tags[place])) == expected[place]
            }
        }
        for await same in group { #expect(same) }
    }
}
