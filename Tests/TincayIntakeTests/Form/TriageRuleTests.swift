import Foundation
import Testing

@testable import TincayIntake

/// A form with one question and what a test adds at its root.
private func form(_ annotations: String, resources: String = "{}") throws -> Form {
    let json = #"{"x-tincay-form":{"id":"t","version":"1","language":"en"},"type":"object",\#(annotations)}"#
    let given = Array(resources.utf8)
    return try Form(
        parsing: Array(json.utf8), resources: given.withUnsafeBytes { try FormResources(parsing: $0) })
}

/// The result of a check as a dictionary.
private func result(
    _ form: Form, _ answers: String, at milliseconds: Int64 = 1_795_478_400_000
) throws -> [String: Any] {
    let checked = try form.check(
        Array(answers.utf8), language: Array("en".utf8), at: Moment(milliseconds: milliseconds))
    return try #require(JSONSerialization.jsonObject(with: Data(checked.result)) as? [String: Any])
}

/// A rule as JSON.
private func rule(_ id: String, _ effect: String, when name: String, _ more: String = "") -> String {
    #"{"id":"\#(id)",\#(effect),"when":{"required":["\#(name)"]}\#(more.isEmpty ? "" : ",")\#(more)}"#
}

@Suite struct TriageRuleTests {
    @Test(arguments: [
        (#"{"a":1}"#, "U4"), (#"{"a":1,"up":1}"#, "U3"), (#"{"a":1,"up":1,"more":1}"#, "U2"), (#"{"up":1}"#, nil),
        (#"{"more":1}"#, "U2"), (#"{"b":1,"up":1}"#, "U1"), (#"{"c":1,"up":1}"#, "U0"), (#"{}"#, nil),
    ])
    func aRuleThatRaisesDoesSoOnce(answers: String, urgency: String?) throws {
        let rules = [
            rule("A", #""urgency":"U4""#, when: "a"), rule("B", #""urgency":"U1""#, when: "b"),
            rule("C", #""urgency":"U0""#, when: "c"), rule("UP", #""raise":1"#, when: "up"),
            rule("MORE", #""raise":1,"at_least":"U2""#, when: "more"),
        ]
        let form = try self.form(rules)
        #expect(try result(form, answers)["urgency"] as? String == urgency)
        let backwards = try self.form(rules.reversed())
        #expect(try result(backwards, answers)["urgency"] as? String == urgency)
    }

    /// A form of these rules.
    private func form(_ rules: [String]) throws -> Form {
        try TincayIntakeTests.form(#""x-tincay-triage":[\#(rules.joined(separator: ","))]"#)
    }

    @Test func whoIsRemovedNeverComesBack() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U1","when":true,"destinations":["NODE","111"]}],
            "x-tincay-routes":[
              {"id":"R1","when":{"required":["staff"]},"remove":["NODE"],"add":["PROVINCE"]},
              {"id":"R2","when":{"required":["home"]},"add":["NODE"]},
              {"id":"R3","when":{"required":["all"]},"remove":["NODE","111","PROVINCE"],"fallback":["111","OFFSITE"]}]
            """#)
        #expect(try result(form, "{}")["destinations"] as? [String] == ["NODE", "111"])
        #expect(try result(form, #"{"staff":1,"home":1}"#)["destinations"] as? [String] == ["111", "PROVINCE"])
        #expect(try result(form, #"{"staff":1,"all":1}"#)["destinations"] as? [String] == ["OFFSITE"])
    }

    @Test func workingDaysLeaveOutTheHolidaysThatACalendarKnows() throws {
        // Thursday, 2026-12-31, 07:00 in Viet Nam; the next day is a holiday.
        let thursday: Int64 = 1_798_675_200_000
        let triage =
            #""x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"#
            + #""deadlines":[{"kind":"PLAN","statutory_max":"P2D","working_days":true}]}]"#
        let calendar = #"{"id":"c","version":"1","from":"2026-12-01","until":"2027-01-31","holidays":["2027-01-01"]}"#
        let without = try result(try TincayIntakeTests.form(triage), "{}", at: thursday)
        #expect(without["due"] as? String == "2027-01-04T07:00:00+07:00")
        #expect((without["deadlines"] as? [[String: Any]])?.first?["calendar"] as? String == "none")
        let with = try result(
            try TincayIntakeTests.form(triage, resources: #"{"packs":[{"x-tincay-calendar":\#(calendar)}]}"#), "{}",
            at: thursday)
        #expect(with["due"] as? String == "2027-01-05T07:00:00+07:00")
        #expect((with["deadlines"] as? [[String: Any]])?.first?["calendar"] as? String == "c@1")
        #expect((with["deadlines"] as? [[String: Any]])?.first?["calendar_until"] == nil)
        // Behind its end the calendar says nothing, and the deadline is the shorter one again.
        let later = try result(
            try TincayIntakeTests.form("\(triage),\"x-tincay-calendar\":\(calendar)"), "{}",
            at: thursday + 30 * 86_400_000)
        let deadline = try #require((later["deadlines"] as? [[String: Any]])?.first)
        #expect(deadline["calendar"] as? String == "none")
        #expect(deadline["calendar_until"] as? String == "2027-01-31")
        #expect(later["due"] as? String == "2027-02-02T07:00:00+07:00")
    }

    @Test func aDeadlineThatEndsBehindTheCalendarLeavesOutTheHolidaysBeforeItsEnd() throws {
        // Thursday, 2026-12-31; the calendar knows the holiday and nothing after it.
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
              {"kind":"PLAN","statutory_max":"P2D","working_days":true},{"kind":"CALL","within":"PT1H"}]}],
            "x-tincay-calendar":{"id":"c","from":"2026-12-01","until":"2027-01-01","holidays":["2027-01-01"]}
            """#)
        let said = try #require(try result(form, "{}", at: 1_798_675_200_000)["deadlines"] as? [[String: Any]])
        #expect(said.map { $0["due"] as? String } == ["2026-12-31T08:00:00+07:00", "2027-01-05T07:00:00+07:00"])
        #expect(said.map { $0["calendar"] as? String } == [nil, "none"])
        #expect(said.map { $0["calendar_until"] as? String } == [nil, "2027-01-01"])
    }

    @Test func aDayThatIsNotDecidedYetIsWorkedAndSaidToBeOpen() throws {
        /// The deadline of two working days from a moment.
        func deadline(_ milliseconds: Int64) throws -> [String: Any]? {
            let form = try TincayIntakeTests.form(
                #"""
                "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
                  {"kind":"PLAN","statutory_max":"P2D","working_days":true}]}],
                "x-tincay-calendar":{"id":"c","from":"2026-12-01","until":"2027-01-31",
                  "undecided":[{"date":"2027-01-01"},"2027-01-09"]}
                """#)
            return (try result(form, "{}", at: milliseconds)["deadlines"] as? [[String: Any]])?.first
        }
        let thursday: Int64 = 1_798_675_200_000
        let open = try deadline(thursday)
        #expect(open?["due"] as? String == "2027-01-04T07:00:00+07:00")
        #expect(open?["undecided"] as? Bool == true && open?["calendar"] as? String == "c")
        // The day of receipt is not counted, and neither is a Saturday.
        #expect(try deadline(thursday + 86_400_000)?["undecided"] == nil)
        #expect(try deadline(thursday + 7 * 86_400_000)?["undecided"] == nil)
    }

    @Test func aRuleThatAccompaniesAnUrgencyOnlyAddsToIt() throws {
        let rules = [
            rule("A", #""urgency":"U3","destinations":["X"]"#, when: "a"), rule("B", #""urgency":"U2""#, when: "b"),
            rule("UP", #""raise":1"#, when: "up"),
            rule(
                "NET", #""from_urgency":"U2","destinations":["STAFF"],"hotlines":["113","COMMUNE"],"flags":["f"]"#,
                when: "net", #""deadlines":[{"kind":"FORWARD","statutory_max":"PT0S","alarm":"PT15M"}]"#),
        ]
        let hotlines = #"[{"number":"111","always":true},{"number":"0254","destination":"COMMUNE"},{"number":"113"}]"#
        for order in [rules, rules.reversed()] {
            let form = try TincayIntakeTests.form(
                #""x-tincay-triage":[\#(order.joined(separator: ","))],"x-tincay-hotlines":\#(hotlines)"#)
            for (answers, urgency) in [("{}", nil), (#"{"a":1}"#, "U3")] as [(String, String?)] {
                let with = answers.replacing("{", with: #"{"net":1"# + (urgency == nil ? "" : ","))
                #expect(try result(form, with)["urgency"] as? String == urgency)
                #expect(try FormFixture.check(form, with).text == FormFixture.check(form, answers).text)
            }
            for answers in [#"{"net":1,"b":1}"#, #"{"up":1,"a":1,"net":1}"#] {
                let with = try result(form, answers)
                #expect(with["urgency"] as? String == "U2")
                #expect((with["destinations"] as? [String])?.contains("STAFF") == true)
                #expect(with["flags"] as? [String] == ["f"])
                let numbers = (with["hotlines"] as? [[String: Any]])?.map { $0["number"] as? String }
                #expect(numbers == ["113", "0254", "111"])
                let deadline = try #require((with["deadlines"] as? [[String: Any]])?.first)
                #expect(deadline["due"] as? String == "2026-11-24T07:00:00+07:00")
                #expect(deadline["alarm"] as? String == "2026-11-24T07:15:00+07:00")
                // What has to be done at once is not what the report is sorted by.
                #expect(with["due"] is NSNull)
                let fired = (with["rules"] as? [[String: Any]])?.last { $0["id"] as? String == "NET" }
                #expect(fired?["from_urgency"] as? String == "U2" && fired?["urgency"] is NSNull)
            }
        }
    }

    @Test(arguments: [
        #""urgency":"U1","from_urgency":"U2""#, #""from_urgency":"U9""#, #""from_urgency":"U2","raise":1"#,
        #""from_urgency":"U2","at_least":"U1""#, #""urgency":"U1","hotlines":"111""#,
        #""urgency":"U1","deadlines":[{"kind":"K","within":"PT1H","alarm":"PT15M"}]"#,
        #""urgency":"U1","deadlines":[{"kind":"K","within":"PT0S","alarm":"soon"}]"#,
    ])
    func aRuleThatMakesNoSenseIsRefused(effect: String) {
        #expect(throws: FormError.self) {
            try TincayIntakeTests.form(#""x-tincay-triage":[{"id":"A","when":true,\#(effect)}]"#)
        }
    }

    @Test func anOutdatedDeadlineStillCountsWhenThereIsNoNewerOne() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
              {"kind":"OLD","within":"PT8H","valid_until":"2020-12-31"},
              {"kind":"OLD","within":"PT9H","valid_from":"2021-01-01","valid_until":"2025-12-31"},
              {"kind":"NEW","within":"PT1H","valid_until":"2025-12-31"},
              {"kind":"NEW","within":"PT2H","valid_from":"2026-01-01"}]}]
            """#)
        let deadlines = try #require(try result(form, "{}", at: 1_798_675_200_000)["deadlines"] as? [[String: Any]])
        #expect(deadlines.map { $0["kind"] as? String } == ["NEW", "OLD"])
        #expect(deadlines.map { $0["due"] as? String } == ["2026-12-31T09:00:00+07:00", "2026-12-31T16:00:00+07:00"])
        #expect(deadlines.map { $0["expired"] as? Bool } == [nil, true])
    }

    @Test func aLocalLimitLaxerThanTheLawRefusesTheForm() {
        let error = FormError.refused(FormFault(code: .law, path: Array("/x-tincay-triage/0/deadlines/0".utf8)))
        #expect(throws: error) {
            try TincayIntakeTests.form(
                #"""
                "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
                  {"kind":"K","statutory_max":"PT12H","local_max":"PT13H"}]}]
                """#)
        }
    }

    @Test func factsAreWorkedOutInOrder() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-derive":{"key":"derived","identity":{"number":"/id"},"counts":{"children":"/list"},
              "words":{"alarm":{"in":["/told"],"any":["cứu em","tự tử"]}},
              "flags":{
                "one":{"required":["a"]},
                "two":{"properties":{"derived":{"properties":{"one":{"const":true}},"required":["one"]}},
                  "required":["derived"]}}},
            "x-tincay-triage":[
              {"id":"TWO","urgency":"U2","when":{"properties":{"derived":{"properties":{"two":{"const":true}}}}}},
              {"id":"WORDS","urgency":"U2","when":{"properties":{"derived":{"properties":{"alarm":{"const":true}}}}}},
              {"id":"GIRL","urgency":"U5","when":{"properties":{"derived":{"properties":{"id_sex":{"const":"F"},
                "id_birth_year":{"const":2010}},"required":["id_sex"]}}}},
              {"id":"MANY","urgency":"U3","when":{"properties":{"derived":{"properties":{"children":{"minimum":2}}}}}}]
            """#)
        /// The rules that fire.
        func fired(_ answers: String) throws -> Set<String> {
            Set((try result(form, answers)["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
        }
        #expect(try fired("{}") == [])
        #expect(try fired(#"{"a":1}"#) == ["TWO"])
        #expect(try fired(#"{"told":"xin CUU EM voi"}"#) == ["WORDS"])
        #expect(try fired(#"{"told":"em tu tuong"}"#) == [])
        #expect(try fired(#"{"id":"077310123456"}"#) == ["GIRL"])
        #expect(try fired(#"{"list":[1,2]}"#) == ["MANY"])
        #expect(try fired(#"{"derived":{"two":true,"alarm":true}}"#) == [])
    }

    @Test func theDigestOfTheRulesChangesWithThemAndNotWithTheirLayout() throws {
        let one = #""x-tincay-triage":[{"id":"A","urgency":"U1","when":true}]"#
        let same = #""x-tincay-triage" : [ {"when":true, "urgency":"U1", "id":"A"} ]"#
        let other = #""x-tincay-triage":[{"id":"A","urgency":"U2","when":true}]"#
        /// The digest in a result.
        func digest(_ rules: String) throws -> String? {
            try result(try TincayIntakeTests.form(rules), "{}")["ruleset"] as? String
        }
        #expect(try digest(one) == digest(same))
        #expect(try digest(one) != digest(other))
        #expect(try digest(one)?.count == 64)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func theDigestIsSHA256(text: String, digest: String) {
        #expect(String(decoding: RulesetDigest.hexadecimal(of: Array(text.utf8)), as: UTF8.self) == digest)
    }

    @Test func theDigestFollowsWhatConditionsReferTo() throws {
        /// The digest of a form in which a condition refers to something.
        func digest(_ reference: String, _ rest: String) throws -> String? {
            let rules = ##""x-tincay-triage":[{"id":"A","urgency":"U1","when":{"$ref":"\##(reference)"}}]"##
            return try result(try TincayIntakeTests.form("\(rules),\(rest)"), "{}")["ruleset"] as? String
        }
        /// Definitions, one of which leans on another.
        func definitions(_ inner: String, _ other: String = "1") -> String {
            ##""$defs":{"a":{"$ref":"#/$defs/b"},"b":{"const":\##(inner)},"c":{"const":\##(other)}}"##
        }
        #expect(try digest("#/$defs/a", definitions("1")) == digest("#/$defs/a", definitions("1", "2")))
        #expect(try digest("#/$defs/a", definitions("1")) != digest("#/$defs/a", definitions("2")))
        // Where a reference cannot be followed by its text, all of the form counts.
        let anchored = ##""$defs":{"a":{"$anchor":"x","const":1},"c":{"const":1}}"##
        let changed = ##""$defs":{"a":{"$anchor":"x","const":2},"c":{"const":1}}"##
        #expect(try digest("#x", anchored) != digest("#x", changed))
    }

    @Test func aRuleLosesItsClockNeitherBeforeNorAfterADeadlineIsInForce() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
              {"kind":"K","within":"PT4H","valid_from":"2028-01-01"},
              {"kind":"K","within":"PT2H","valid_from":"2020-01-01","valid_until":"2025-12-31"},
              {"kind":"K","within":"PT1H","valid_until":"2019-12-31"},
              {"kind":"L","within":"PT9H","valid_from":"2021-01-01","valid_until":"2021-12-31"},
              {"kind":"L","within":"PT8H","valid_from":"2020-01-01","valid_until":"2020-12-31"}]}]
            """#)
        /// The deadlines at a moment.
        func deadlines(_ milliseconds: Int64) throws -> [[String: Any]] {
            try #require(try result(form, "{}", at: milliseconds)["deadlines"] as? [[String: Any]])
        }
        let today = try deadlines(1_798_675_200_000)
        #expect(today.map { $0["due"] as? String } == ["2026-12-31T09:00:00+07:00", "2026-12-31T16:00:00+07:00"])
        #expect(today.map { $0["expired"] as? Bool } == [true, true])
        // A machine whose clock was never set.
        let unset = try deadlines(0)
        #expect(unset.map { $0["due"] as? String } == ["1970-01-01T08:00:00+07:00", "1970-01-01T15:00:00+07:00"])
        #expect(unset.map { $0["upcoming"] as? Bool } == [nil, true])
        #expect(unset.map { $0["expired"] as? Bool } == [nil, nil])
    }

    @Test func theShortestOfSeveralLimitsCounts() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U3","when":true,"deadlines":[
              {"kind":"K","statutory_max":"PT12H","local_max":"PT8H","within":"PT2H"}]}]
            """#)
        #expect(try result(form, "{}", at: 0)["due"] as? String == "1970-01-01T09:00:00+07:00")
    }

    @Test func noRuleNamesWhomARouteTookOut() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "x-tincay-triage":[{"id":"A","urgency":"U1","when":true,"destinations":["NODE","111"]}],
            "x-tincay-routes":[{"id":"R","when":{"required":["staff"]},"remove":["NODE"]}]
            """#)
        let rules = try result(form, #"{"staff":1}"#)["rules"] as? [[String: Any]]
        #expect(rules?.first?["destinations"] as? [String] == ["111"])
    }

    @Test(arguments: [
        #"{"id":"R","when":true}"#, #"{"id":"R","when":true,"remvoe":["A"]}"#,
        #"{"id":"R","when":true,"remove":["A"],"add":["A"]}"#, #"{"id":"R","remove":["A"]}"#,
        #"{"when":true,"remove":["A"]}"#, #"{"id":"R","when":true,"remove":"A"}"#,
        #"{"id":"R","when":true,"remove":["A"]},{"id":"R","when":true,"remove":["B"]}"#,
    ])
    func aRouteThatMakesNoSenseRefusesTheForm(route: String) {
        #expect(FormFixture.isRefused(#"{"x-tincay-triage":[],"x-tincay-routes":[\#(route)]}"#))
    }

    @Test(arguments: ["x-tincay-routes", "x-tincay-derive", "x-tincay-triage"])
    func aConditionThatGoesAroundInCirclesRefusesTheForm(name: String) {
        let circle = ##"{"$ref":"#/$defs/circle"}"##
        let annotations = [
            "x-tincay-routes": #"[{"id":"R","when":\#(circle),"remove":["A"]}]"#,
            "x-tincay-derive": #"{"flags":{"a":\#(circle)}}"#,
            "x-tincay-triage": #"[{"id":"A","urgency":"U1","when":\#(circle)}]"#,
        ]
        let value = annotations[name] ?? ""
        #expect(FormFixture.isRefused(##"{"\##(name)":\##(value),"$defs":{"circle":\##(circle)}}"##))
    }

    @Test func aRelaxedSchemaNeverStandsInTheWayOfAnUrgentReport() throws {
        let form = try TincayIntakeTests.form(
            #"""
            "properties":{"how":{"maxLength":3,"x-tincay-relax":true},"who":{"maxLength":3}},
            "x-tincay-triage":[{"id":"A","urgency":"U1","when":{"required":["danger"]}}]
            """#)
        #expect(try result(form, #"{"how":"aaaa"}"#)["accepted"] as? Bool == false)
        #expect(try result(form, #"{"how":"aaaa","danger":1}"#)["accepted"] as? Bool == true)
        #expect(try result(form, #"{"who":"aaaa","danger":1}"#)["accepted"] as? Bool == false)
    }
}
