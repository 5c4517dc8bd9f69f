import Testing

@testable import TincayIntake

@Test(arguments: [
    "7", "[]", "\"form\"",
    #"{"x-tincay-triage":7}"#,
    #"{"x-tincay-triage":[{"id":"T1","urgency":"U1"}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U9"}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":3,"urgency":"U1"}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U1"},{"id":"T1","when":true,"urgency":"U1"}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U1","deadlines":[{"kind":"K"}]}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U1","deadlines":[{"kind":"K","within":"soon"}]}]}"#,
    #"{"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U1","destinations":[1]}]}"#,
    ##"{"x-tincay-triage":[{"id":"T1","when":{"$ref":"#/nowhere"},"urgency":"U1"}]}"##,
    ##"{"x-tincay-triage":[{"id":"T1","when":{"$ref":"#/x-tincay-triage/0/when"},"urgency":"U1"}]}"##,
    #"{"x-tincay-compare":[{"left":"/a","right":"/b","op":"near"}]}"#,
    #"{"x-tincay-compare":[{"left":"a","right":"/b","op":"eq"}]}"#,
    #"{"x-tincay-hotlines":[{}]}"#,
    #"{"x-tincay-urgencies":[{"urgency":1}]}"#,
    #"{"x-tincay-order":["nobody"]}"#,
    #"{"x-tincay-pages":[{"id":"p","questions":["a","a"]}],"properties":{"a":true}}"#,
    #"{"x-tincay-messages":{"en":{"required":1}}}"#,
    #"{"x-tincay-i18n":{"not a tag":{}}}"#,
    #"{"x-tincay-form":{"id":1}}"#,
    #"{"x-tincay-form":{"profile":"p"},"properties":{"p":{"type":"string"}}}"#,
    #"{"x-tincay-tirage":[]}"#,
    #"{"x-tincay-derive":{"age":{"birth":"birth"}}}"#,
    #"{"x-tincay-derive":{"flags":{"f":1}}}"#,
    #"{"properties":{"a":{"x-tincay-section":"cellar"}}}"#,
    #"{"properties":{"a":{"type":"string","x-tincay-facet":true}}}"#,
    #"{"properties":{"a":{"x-tincay-profiles":["C"]}}}"#,
    #"{"properties":{"a":{"x-tincay-i18n":[]}}}"#,
])
func annotationsThatMakeNoSenseRefuseTheForm(json: String) {
    #expect(FormFixture.isRefused(json))
}

@Test(arguments: ["{", "", "{\"a\":1,\"a\":2}"])
func whatIsNoJSONIsNoForm(json: String) {
    #expect(throws: FormError.self) { try FormFixture.form(json) }
    #expect(!FormFixture.isRefused(json))
}

@Test func aLocalDeadlineMayBeStricterThanTheLawAndNeverLaxer() throws {
    func form(_ local: String) -> String {
        """
        {"x-tincay-triage":[{"id":"T1","when":true,"urgency":"U2","deadlines":[
         {"kind":"K","statutory_max":"PT12H","local_max":"\(local)","source":"law"}]}]}
        """
    }
    let strict = try FormFixture.check(FormFixture.form(form("PT8H")), "{}")
    #expect(strict.deadlines == ["T1 K 2026-11-23T18:00:00+07:00"])
    #expect(FormFixture.isRefused(form("PT12H1S")))
    #expect(FormFixture.isRefused(form("P1D")))
    #expect(FormFixture.isRefused(form("later")))
}

@Test func plainSchemasNeedNoAnnotations() throws {
    #expect(try FormFixture.form("true").id.isEmpty)
    #expect(try FormFixture.check(FormFixture.form("true"), "{}").accepted)
    #expect(try !FormFixture.check(FormFixture.form("false"), "{}").accepted)
    let form = try FormFixture.form(##"{"$ref":"#/$defs/a","$defs":{"a":{"required":["b"]}}}"##)
    #expect(try FormFixture.check(form, "{}").findings == ["required /b error"])
}

@Test func aFormWithBranchesWithoutEndIsRefusedInTime() {
    var definitions = ##""d0":{"properties":{"a":true}}"##
    for level in 1...40 {
        definitions +=
            ##","d\##(level)":{"allOf":[{"$ref":"#/$defs/d\##(level - 1)"},{"$ref":"#/$defs/d\##(level - 1)"}]}"##
    }
    #expect(FormFixture.isRefused(##"{"$ref":"#/$defs/d40","$defs":{\##(definitions)}}"##))
}

@Test func aComparisonTakesNumbersAndDates() throws {
    let form = try FormFixture.form(
        """
        {"x-tincay-compare":[{"left":"/from","op":"le","right":"/to"},
         {"left":"/less","op":"lt","right":"/more","severity":"warning"},{"left":"/one","op":"eq","right":"/same"}]}
        """)
    func findings(_ answers: String) throws -> [String] { try FormFixture.check(form, answers).findings }
    #expect(try findings(#"{"from":"2026-01-31","to":"2026-02-01","less":9,"more":10,"one":1,"same":1.0}"#).isEmpty)
    #expect(try findings(#"{"from":"2026-02-01","to":"2026-02-01"}"#).isEmpty)
    #expect(try findings(#"{"from":"2026-02-02","to":"2026-02-01"}"#) == ["compare /from error"])
    #expect(try findings(#"{"less":10,"more":10}"#) == ["compare /less warning"])
    #expect(try findings(#"{"one":"1","same":1}"#) == ["compare /one error"])
    #expect(try findings(#"{"from":"2026-02-02"}"#).isEmpty)
}
