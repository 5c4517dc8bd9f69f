import Foundation
import Testing

@testable import TincayIntake

/// A report with something for every section.
private let report = """
    {"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{"commune":"26566"},"concerns":["V1","S0"],
     "child_name":"Bé Na","child_birth":{"year":2015},"child_sex":"F","contact_way":"CALL","contact_detail":"+84900000000",
     "contact_safe":"Y","poc_relation":"FATHER","poc_in_home":"Y","incident_place_type":"HOME",
     "prior_actions":"Đã gọi 111","about":"OTHER_CHILD","others_at_risk":2}
    """

@Test func aReportIsSplitBySections() throws {
    let verdict = try FormFixture.check(report)
    #expect(verdict.accepted)
    #expect(verdict.checked.sections.map { $0.name } == SectionName.allCases)
    func names(_ section: SectionName) throws -> [String] {
        let part = try #require(verdict.checked.sections.first { $0.name == section })
        let object = try JSONSerialization.jsonObject(with: Data(part.json)) as? [String: Any]
        return try #require(object).keys.sorted()
    }
    #expect(try names(.identity) == ["child_birth", "child_name"])
    #expect(try names(.contact) == ["contact_detail", "contact_safe", "contact_way"])
    #expect(try names(.accused) == ["poc_in_home", "poc_relation"])
    #expect(try names(.place) == ["danger_place_now", "incident_place_type"])
    #expect(try names(.notes) == ["prior_actions"])
}

@Test func sectionsJoinToTheReportAgain() throws {
    let form = try #require(FormFixture.standard)
    let joined = form.join(try FormFixture.check(report).checked.sections)
    let object = try JSONSerialization.jsonObject(with: Data(joined)) as? NSDictionary
    #expect(object == (try JSONSerialization.jsonObject(with: Data(report.utf8)) as? NSDictionary))
}

@Test func joiningTakesEachAnswerOnceAndLeavesOutWhatIsNoSection() throws {
    let form = try #require(FormFixture.standard)
    let joined = form.join([
        ReportSection(name: .facts, json: Array(#"{"a":1,"b\n":[2]}"#.utf8)),
        ReportSection(name: .notes, json: Array("no JSON".utf8)),
        ReportSection(name: .place, json: Array(#"{"a":3,"c":null}"#.utf8)),
    ])
    #expect(String(decoding: joined, as: UTF8.self) == #"{"a":1,"b\n":[2],"c":null}"#)
    #expect(form.join([]) == Array("{}".utf8))
}

@Test func codedAnswersAreFacetsAndWordsNeverAre() throws {
    let facets = try FormFixture.check(report).checked.facets
    let object = try JSONSerialization.jsonObject(with: Data(facets)) as? NSDictionary
    #expect(
        object == [
            "concerns": ["V1", "S0"], "child_sex": "F", "incident_place_type": "HOME", "about": "OTHER_CHILD",
            "age_band": "A11",
        ])
}

@Test func answersThatAreNotAcceptedGiveNoSectionsAndNoFacets() throws {
    let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,"child_sex":"F"}"#)
    #expect(!verdict.accepted)
    #expect(verdict.checked.sections.isEmpty)
    #expect(verdict.checked.facets == Array("{}".utf8))
}

@Test func aPlainSchemaPutsEverythingUnderFacts() throws {
    let form = try FormFixture.form(#"{"$id":"urn:x","properties":{"a":true}}"#)
    #expect(form.id == Array("urn:x".utf8))
    #expect(form.version.isEmpty)
    let checked = try FormFixture.check(form, #"{"derived":1,"a":"x","profile":"Z"}"#).checked
    #expect(checked.accepted)
    #expect(
        checked.sections == [ReportSection(name: .facts, json: Array(#"{"derived":1,"a":"x","profile":"Z"}"#.utf8))])
    #expect(checked.urgency == nil)
    #expect(checked.profile.isEmpty)
}
