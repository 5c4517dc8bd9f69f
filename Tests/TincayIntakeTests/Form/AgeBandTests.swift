import Foundation
import Testing

@testable import TincayIntake

/// Age bands and communes among the coded answers for lists and counts.
struct AgeBandTests {
    /// The facets of answers by a form with two bands and two questions about places.
    private func facets(_ answers: String, bands: String = Self.bands) throws -> NSDictionary {
        let form = try FormFixture.form(
            """
            {"x-tincay-form": {"id": "x", "version": "1"}, "properties": {"birth": {}, "years": {},
              "commune": {"type": "string", "x-tincay-unit": "commune", "x-tincay-facet": true},
              "province": {"type": "string", "x-tincay-unit": "province", "x-tincay-facet": true}},
             "x-tincay-derive": {"age": {"birth": "/birth", "years": "/years", "bands": \(bands)}}}
            """)
        let facets = try form.check(Array(answers.utf8), language: nil, at: FormFixture.monday).facets
        return try #require(JSONSerialization.jsonObject(with: Data(facets)) as? NSDictionary)
    }

    /// Two bands, and nothing for those who are older.
    private static let bands = #"[{"code": "A0", "under": 3}, {"code": "A3", "under": 18}]"#

    @Test(arguments: [
        (#"{"years": 0}"#, "A0"), (#"{"years": 2}"#, "A0"), (#"{"years": 3}"#, "A3"), (#"{"years": 17}"#, "A3"),
        (#"{"birth": {"year": 2024}}"#, "A0"), (#"{"birth": {"year": 2023}}"#, "A3"),
        (#"{"birth": {"year": 2023, "month": 12}}"#, "A0"), (#"{"birth": "2023-11-24"}"#, "A0"),
        (#"{"birth": "2023-11-23"}"#, "A3"), (#"{"birth": "2030-01-01", "years": 2}"#, "A0"),
        (#"{"birth": "2020-01-01", "years": 2}"#, "A3"),
    ])
    func theBandIsThatOfTheOldestAgeThatFits(answers: String, band: String) throws {
        #expect(try facets(answers) == ["age_band": band])
    }

    @Test(arguments: ["{}", #"{"years": 18}"#, #"{"years": "2"}"#, #"{"years": -1}"#, #"{"birth": {"month": 2}}"#])
    func nothingIsToldOfAnAgeThatIsNotKnownOrHasNoBand(answers: String) throws {
        #expect(try facets(answers) == [:])
    }

    @Test func theLastBandMayGoOnForEver() throws {
        #expect(try facets(#"{"years": 99}"#, bands: #"[{"code": "A0"}]"#) == ["age_band": "A0"])
    }

    @Test func ofPlacesOnlyCodesAreTold() throws {
        #expect(try facets(#"{"commune": "26566", "province": "79"}"#) == ["commune": "26566", "province": "79"])
        for word in ["Long Hương", "UNK", "2656", "265666", "26 566", "79", ""] {
            #expect(try facets(#"{"commune": "\#(word)"}"#) == [:])
        }
    }

    @Test(arguments: [
        "[]", "{}", #"["A0"]"#, #"[{"under": 3}]"#, #"[{"code": "A0", "under": "3"}]"#, #"[{"code": "dưới 3"}]"#,
        #"[{"code": ""}]"#, #"[{"code": "A0"}, {"code": "A3"}]"#, #"[{"code": "A0", "to": 3}]"#,
        #"[{"code": "A0", "under": 3}, {"code": "A3", "under": 3}]"#,
        #"[{"code": "A0", "under": 3}, {"code": "A0"}]"#, #"[{"code": "A0123456789012345"}]"#,
    ])
    func bandsThatMakeNoSenseRefuseTheForm(bands: String) {
        #expect(FormFixture.isRefused(#"{"x-tincay-derive": {"age": {"years": "/a", "bands": \#(bands)}}}"#))
    }

    @Test func aQuestionOfTheSameNameIsNoFacetBesideThem() {
        #expect(
            FormFixture.isRefused(
                #"""
                {"properties": {"age_band": {"enum": ["A0"], "x-tincay-facet": true}},
                 "x-tincay-derive": {"age": {"years": "/a", "bands": [{"code": "A0"}]}}}
                """#))
    }

    @Test func theDefaultFormHasTheBandsOfItsList() throws {
        let list = FormFixture.root.appendingPathComponent("Forms/lists/age-band.json")
        let root = try JSONDocument(parsing: [UInt8](Data(contentsOf: list)), limits: .form).root
        let choices = try #require(root["oneOf"]).elements.filter { $0["x-facts"] != nil }
        #expect(choices.count == 7)
        for choice in choices {
            let years = try #require(choice["x-facts"]?["min"]?.integer)
            let answers = #"{"profile":"C","session_ok":true,"safe_now":"Y","child_age_est":\#(years)}"#
            let facets = try JSONDocument(parsing: FormFixture.check(answers).checked.facets, limits: .any).root
            #expect(facets["age_band"]?.text == choice["const"]?.text)
        }
    }

    @Test func aBandIsToldByAllSectionsThatItComesFrom() throws {
        let form = try #require(FormFixture.standard)
        let band = Array("age_band".utf8)
        #expect(form.isTold(band, by: [.facts, .identity]))
        #expect(!form.isTold(band, by: [.facts]))
        #expect(!form.isTold(band, by: [.identity]))
        #expect(form.isTold(Array("child_commune".utf8), by: [.identity]))
        #expect(!form.isTold(Array("incident_commune".utf8), by: [.identity]))
    }
}
