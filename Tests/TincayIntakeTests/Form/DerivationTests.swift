import Testing

@testable import TincayIntake

/// The facts that a form derives from answers, as JSON.
private func facts(_ derive: String, _ answers: String) throws -> String {
    let form = try FormFixture.form(#"{"x-tincay-derive":\#(derive),"x-tincay-triage":[]}"#)
    let told = try JSONDocument(parsing: Array(answers.utf8), limits: .report)
    let sheet = form.triage.derivation.facts(told.root, form.conditions, at: FormFixture.monday)
    return String(decoding: try #require(sheet["derived"]).json, as: UTF8.self)
}

/// A flag that holds when another fact does.
private func follows(_ name: String) -> String {
    #"{"properties":{"derived":{"properties":{"\#(name)":{"const":true}},"required":["\#(name)"]}}}"#
}

@Suite struct DerivationTests {
    @Test func eachFlagSeesThoseThatItNames() throws {
        let derive = """
            {"flags":{"a":{"required":["x"]},"b":\(follows("a")),"c":\(follows("b")),"d":{"required":["y"]},
             "e":\(follows("d")),"early":\(follows("late")),"late":\(follows("c"))}}
            """
        let found = try facts(derive, #"{"x":1,"y":2}"#)
        for name in ["a", "b", "c", "d", "e", "late", "early"] { #expect(found.contains(#""\#(name)":true"#)) }
    }

    @Test func theOrderInWhichFlagsAreWrittenChangesNothing() throws {
        var random = SeededGenerator(seed: 8)
        let flags = [
            #""a":{"required":["x"]}"#, #""b":\#(follows("a"))"#, #""c":\#(follows("b"))"#, #""d":{"required":["y"]}"#,
            #""e":{"anyOf":[\#(follows("d")),\#(follows("c"))]}"#,
        ]
        var digests: Set<[UInt8]> = []
        for _ in 0..<20 {
            let derive = "{\"flags\":{" + flags.shuffled(using: &random).joined(separator: ",") + "}}"
            let found = try facts(derive, #"{"x":1}"#)
            for name in ["a", "b", "c", "e"] { #expect(found.contains(#""\#(name)":true"#)) }
            #expect(found.contains(#""d":false"#))
            let form = try FormFixture.form(#"{"x-tincay-derive":\#(derive),"x-tincay-triage":[]}"#)
            digests.insert(form.triage.digest)
        }
        #expect(digests.count == 1)
    }

    @Test func flagsThatWaitForEachOtherRefuseTheForm() {
        for flags in [
            #""a":\#(follows("a"))"#, #""a":\#(follows("b")),"b":\#(follows("a"))"#,
            #""a":\#(follows("c")),"b":\#(follows("a")),"c":\#(follows("b"))"#,
        ] {
            #expect(FormFixture.isRefused(#"{"x-tincay-derive":{"flags":{\#(flags)}},"x-tincay-triage":[]}"#))
        }
    }

    @Test(arguments: [
        #"{"properties":{"derived":{"additionalProperties":{"not":{"const":true}}}}}"#,
        #"{"properties":{"derived":{"not":{"required":["a"]}}}}"#,
        #"{"patternProperties":{"^der":{"not":{"patternProperties":{"a":{"const":false}}}}}}"#,
        #"{"properties":{"derived":{"maxProperties":2}}}"#,
        ##"{"$ref":"#/x-tincay-derive/flags/a"}"##,
    ])
    func aFlagMayLookBackInAnyWay(condition: String) throws {
        let with = try facts(#"{"flags":{"a":{"required":["x"]},"b":\#(condition)}}"#, #"{"x":1}"#)
        // The same condition asked as a rule sees all facts, and so says what the flag has to say.
        let json =
            #"{"x-tincay-derive":{"flags":{"a":{"required":["x"]}}},"x-tincay-triage":["#
            + #"{"id":"R","urgency":"U3","when":\#(condition)}]}"#
        let fired = try FormFixture.check(try FormFixture.form(json), #"{"x":1}"#).rules == ["R"]
        #expect(with.contains(#""b":\#(fired)"#))
    }

    @Test func whatSomebodyClaimsUnderTheReservedNameIsNoFact() throws {
        let derive = #"{"key":"derived","counts":{"n":"/list"},"flags":{"a":{"required":["x"]}}}"#
        for name in ["derived", #"\u0064erived"#] {
            let found = try facts(derive, #"{"\#(name)":{"a":true,"n":9,"legal_class":"ADULT"}}"#)
            #expect(found == #"{"age_min":0,"legal_class":"UNK","n":0,"a":false}"#)
        }
    }

    @Test func onlyTheElementsOfAListAreCounted() throws {
        let derive = #"{"counts":{"n":"/list"}}"#
        #expect(try facts(derive, "{}").contains(#""n":0"#))
        #expect(try facts(derive, #"{"list":[1,[2,3],{}]}"#).contains(#""n":3"#))
        #expect(try facts(derive, #"{"list":{"a":1}}"#).contains(#""n":0"#))
        #expect(try facts(derive, #"{"list":"abc"}"#).contains(#""n":0"#))
    }

    @Test func whatIsNoPersonalNumberSaysNothing() throws {
        let derive = #"{"identity":{"number":"/id"}}"#
        #expect(
            try facts(derive, #"{"id":"077310123456"}"#).contains(
                #""id_sex":"F","id_birth_year":2010,"id_province_known":true"#))
        for id in [#""07731012345""#, #""0773101234567""#, "77310123456", #""abc""#, "null"] {
            #expect(try !facts(derive, #"{"id":\#(id)}"#).contains("id_"))
        }
    }

    @Test(arguments: [
        #"{"flags":{"age_min":true}}"#, #"{"words":{"a":{"in":["/t"],"any":["x"]}},"flags":{"a":true}}"#,
        #"{"counts":{"legal_class":"/list"}}"#, #"{"counts":{"n":"/derived/a"}}"#, #"{"counts":{"n":"/derived"}}"#,
        #"{"key":"facts","age":{"years":"/facts/a"}}"#, #"{"words":{"a":{"in":["/derived/t"],"any":["x"]}}}"#,
        #"{"words":{"a":{"in":["/t"],"any":["..."]}}}"#, #"{"words":{"a":{"in":"/t","any":["x"]}}}"#,
        #"{"flgas":{"a":true}}"#, #"{"age":{"birthday":"/b"}}"#, #"{"identity":"/id"}"#, #"{"key":""}"#,
    ])
    func factsThatMakeNoSenseRefuseTheForm(derive: String) {
        #expect(FormFixture.isRefused(#"{"x-tincay-derive":\#(derive),"x-tincay-triage":[]}"#))
    }
}
