import Foundation
import Testing

@testable import TincayIntake

/// The questions that a form shows, by their paths.
private func shown(_ form: Form, _ answers: String, profile: String? = nil) throws -> [String] {
    try rows(form, answers, profile: profile).filter { $0["visible"] as? Bool == true }.compactMap {
        $0["path"] as? String
    }
}

/// The questions of a form as they stand.
private func rows(_ form: Form, _ answers: String, profile: String? = nil) throws -> [[String: Any]] {
    let json = try form.state(Array(answers.utf8), profile: profile.map { Array($0.utf8) }, language: nil)
    let state = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    return try #require(state["questions"] as? [[String: Any]])
}

/// A form whose questions stand behind every keyword that can hold some.
private let hidden = ##"""
    {"$ref":"#/$defs/base","allOf":[{"$ref":"#/$defs/more"}],
     "dependentSchemas":{"a":{"properties":{"after-a":{}}}},
     "if":{"properties":{"a":{"const":"x"}},"required":["a"]},
     "then":{"properties":{"then":{}},"if":{"required":["b"]},"then":{"properties":{"then-then":{}}}},
     "else":{"$ref":"#/$defs/other"},
     "anyOf":[{"properties":{"either":{}}},{"properties":{"or":{}}}],
     "$defs":{"base":{"properties":{"a":{"allOf":[{"$ref":"#/$defs/list"}]}}},
      "more":{"allOf":[{"properties":{"b":{}}},{"$ref":"#/$defs/base"}]},
      "other":{"properties":{"else":{}}},
      "list":{"enum":["x","y"]}}}
    """##

@Test func questionsAreFoundBehindEveryKeyword() throws {
    let form = try FormFixture.form(hidden)
    #expect(try Set(shown(form, "{}")) == ["/a", "/b", "/else", "/either", "/or"])
    #expect(try Set(shown(form, #"{"a":"y"}"#)) == ["/a", "/b", "/else", "/either", "/or", "/after-a"])
    #expect(
        try Set(shown(form, #"{"a":"x","b":1}"#)) == [
            "/a", "/b", "/either", "/or", "/after-a", "/then", "/then-then",
        ])
    #expect(try rows(form, "{}").first { $0["path"] as? String == "/a" }?["kind"] as? String == "choice")
}

@Test func aBranchThatAConstantChoosesShowsItsQuestions() throws {
    let form = try FormFixture.form(
        """
        {"x-tincay-form":{"profile":"p"},"oneOf":[
         {"properties":{"p":{"const":"C","title":"Child"},"wish":{}},"required":["p","wish"]},
         {"properties":{"p":{"enum":["B","K"]},"officer":{}},"required":["p","officer"]}],
         "unevaluatedProperties":false}
        """)
    #expect(try shown(form, "{}") == ["/p"])
    #expect(try shown(form, "{}", profile: "C") == ["/p", "/wish"])
    #expect(try shown(form, #"{"p":"K"}"#) == ["/p", "/officer"])
    let row = try #require(rows(form, "{}").first)
    #expect(row["required"] as? Bool == true)
    #expect((row["choices"] as? [[String: Any]])?.compactMap { $0["label"] as? String } == ["Child", "B", "K"])
}

@Test func theQuestionsOfAListStandForEachElement() throws {
    let form = try FormFixture.form(
        """
        {"properties":{"children":{"type":"array","maxItems":3,"items":{"type":"object",
         "properties":{"name":{"type":"string"},"school":{"enum":["Y","N"]},
          "birth":{"type":"object","properties":{"year":{"type":"integer"}},"required":["year"]}},
         "required":["name"],"if":{"properties":{"school":{"const":"Y"}},"required":["school"]},
         "then":{"properties":{"class":{"type":"string"}}},"unevaluatedProperties":false}}},
         "unevaluatedProperties":false}
        """)
    let answers = #"{"children":[{"school":"Y"},{"name":"n","class":"1A"}]}"#
    #expect(
        try shown(form, answers) == [
            "/children", "/children/*/name", "/children/*/school", "/children/*/birth", "/children/*/birth/year",
            "/children/0/name", "/children/0/school", "/children/0/birth", "/children/0/birth/year",
            "/children/0/class", "/children/1/name", "/children/1/school", "/children/1/birth",
            "/children/1/birth/year",
        ])
    let all = try rows(form, answers)
    #expect(all[0]["kind"] as? String == "repeat")
    #expect(all[0]["maximum"] as? Int == 3)
    #expect(all[0]["count"] as? Int == 2)
    #expect(
        try FormFixture.check(form, answers).findings == [
            "required /children/0/name error", "irrelevant /children/1/class error",
        ])
}

@Test func formsThatGoAroundInCirclesAreReadInTime() throws {
    let tree = try FormFixture.form(
        ##"""
        {"$ref":"#/$defs/node","$defs":{"node":{"properties":{"n":{"type":"integer"},
         "left":{"$ref":"#/$defs/node"},"all":{"type":"array","items":{"$ref":"#/$defs/node"}}}}}}
        """##)
    #expect(
        try shown(tree, "{}") == [
            "/n", "/left", "/left/n", "/left/left", "/left/all", "/all", "/all/*/n", "/all/*/left", "/all/*/all",
        ])
    let wild = (0..<40).map { "\"p\($0)\":{\"$ref\":\"#/$defs/n\"}" }.joined(separator: ",")
    let wilder = try FormFixture.form(##"{"$ref":"#/$defs/n","$defs":{"n":{"properties":{\##(wild)}}}}"##)
    #expect(try shown(wilder, "{}").count == 40 + 1_600)
    var chain = ##""d0":{"properties":{"deep":true}}"##
    for level in 1...3_000 { chain += ##","d\##(level)":{"$ref":"#/$defs/d\##(level - 1)"}"## }
    _ = try? FormFixture.form(##"{"$ref":"#/$defs/d3000","$defs":{\##(chain)}}"##)
    let many = (0..<4_000).map { "\"q\($0)\":{\"const\":\($0)}" }.joined(separator: ",")
    let wide = try FormFixture.form("{\"properties\":{\(many)}}")
    #expect(try shown(wide, "{}").count == 4_000)
}

@Test func aLimitIsTheNarrowestOfAllThatApply() throws {
    let form = try FormFixture.form(
        """
        {"properties":{"t":{"type":"string","maxLength":50,"minLength":1},"k":{}},
         "if":{"required":["k"]},"then":{"properties":{"t":{"maxLength":80,"minLength":5}}},
         "else":{"properties":{"t":{"maxLength":20}}}}
        """)
    func limits(_ answers: String) throws -> [Int?] {
        let row = try #require(rows(form, answers).first)
        return [row["minimum"] as? Int, row["maximum"] as? Int]
    }
    #expect(try limits("{}") == [1, 20])
    #expect(try limits(#"{"k":1}"#) == [5, 50])
}

@Test func aFormOfAThousandQuestionsIsReadAndAsked() throws {
    let form = try FormFixture.form(LargeForm.json(questions: 1_000))
    #expect(try shown(form, "{}").count == 800)
    let all = try rows(form, #"{"q1":"9"}"#)
    #expect(all.count == 1_000)
    #expect(all.filter { $0["required"] as? Bool == true }.compactMap { $0["path"] as? String } == ["/q9"])
    #expect(all.last?["page"] as? String == "p950")
    #expect(try FormFixture.check(form, #"{"q1":"9","q14":1}"#).findings.count == 2)
}
