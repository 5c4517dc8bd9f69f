import Testing

@testable import TincayIntake

/// The comparisons that complain about answers, by their pointers, at 2026-11-24 in Viet Nam.
private func complaints(_ rule: String, _ answers: String) throws -> [String] {
    let json = #"{"x-tincay-form":{"id":"t","version":"1"},"type":"object","x-tincay-compare":[\#(rule)]}"#
    let form = try Form(parsing: Array(json.utf8))
    let moment = Moment(milliseconds: 1_795_478_400_000)
    let document = try JSONDocument(parsing: Array(answers.utf8), limits: .report)
    let facts = form.triage.derivation.facts(document.root, form.conditions, at: moment)
    var judge = ConditionJudge(form.conditions, facts)
    var complaints: [String] = []
    for comparison in form.comparisons {
        guard let finding = comparison.finding(facts, &judge, at: moment) else { continue }
        complaints.append("\(String(decoding: finding.path, as: UTF8.self)) \(finding.severity.name)")
    }
    return complaints
}

@Suite struct ComparisonTests {
    @Test(arguments: [
        ("eq", "[1,1.0]", true), ("eq", "[1,2]", false), ("ne", "[1,2]", true), ("ne", "[1,1]", false),
        ("lt", "[1,2]", true), ("lt", "[2,2]", false), ("le", "[2,2]", true), ("le", "[3,2]", false),
        ("gt", "[3,2]", true), ("gt", "[2,2]", false), ("ge", "[2,2]", true), ("ge", "[1,2]", false),
        ("in", "[1,[2,1]]", true), ("in", "[3,[2,1]]", false), ("lt", #"["a","b"]"#, true),
        ("gt", #"["a","b"]"#, false),
        ("le", #"["a","a"]"#, true), ("eq", #"[{"a":1},{"a":1}]"#, true), ("lt", #"[1,"b"]"#, true),
    ])
    func twoAnswersAreCompared(op: String, values: String, holds: Bool) throws {
        let found = try complaints(
            #"{"left":"/v/0","op":"\#(op)","right":"/v/1","severity":"warning"}"#, #"{"v":\#(values)}"#)
        #expect(found == (holds ? [] : ["/v/0 warning"]))
    }

    @Test(arguments: [
        ("lt", "2015", "2016", true), ("lt", "2016-05", "2015", false), ("lt", "2015", "2015-06-01", true),
        ("eq", "2015", "2015-06-01", true), ("eq", "2014", "2015-06-01", false), ("gt", "2015", "2015-06-01", true),
        ("gt", "2014", "2015-06-01", false), ("le", "2015-06-01", "2015-06-01", true),
        ("lt", "2015-06-01", "2015-06-01", false),
    ])
    func onlyACertainContradictionOfPartialDatesIsTold(op: String, one: String, other: String, holds: Bool) throws {
        let found = try complaints(
            #"{"left":"/a","op":"\#(op)","right":"/b"}"#, #"{"a":"\#(one)","b":"\#(other)"}"#)
        #expect(found == (holds ? [] : ["/a error"]))
    }

    @Test func datesAreComparedWithTheDayOfReceiptAndWithSpans() throws {
        let now = #"{"left":"/a","op":"le","now":true}"#
        #expect(try complaints(now, #"{"a":"2026-11-24"}"#) == [])
        #expect(try complaints(now, #"{"a":"2026-11-25"}"#) == ["/a error"])
        #expect(try complaints(now, #"{"a":{"year":2026}}"#) == [])
        #expect(try complaints(now, #"{"a":{"year":2027,"month":1}}"#) == ["/a error"])
        let span = #"{"left":"/a","op":"le","right":"/b","plus":"P1M"}"#
        #expect(try complaints(span, #"{"a":"2027-02-28","b":"2027-01-31"}"#) == [])
        #expect(try complaints(span, #"{"a":"2027-03-01","b":"2027-01-31"}"#) == ["/a error"])
        let past = #"{"left":"/a","op":"ge","now":true,"plus":"-P1Y"}"#
        #expect(try complaints(past, #"{"a":"2025-11-24"}"#) == [])
        #expect(try complaints(past, #"{"a":"2025-11-23"}"#) == ["/a error"])
    }

    @Test(arguments: [
        // The same day, and one moment after the other.
        ("lt", "2026-11-23T10:00:00+07:00", "2026-11-23T12:00:00+07:00", true),
        ("lt", "2026-11-23T12:00:00+07:00", "2026-11-23T10:00:00+07:00", false),
        ("eq", "2026-11-23T20:00:00Z", "2026-11-24T03:00:00+07:00", true),
        ("lt", "2026-11-23T20:00:00Z", "2026-11-24T02:00:00+07:00", false),
        ("le", "2026-11-23T20:00:00.5Z", "2026-11-23T20:00:00Z", true),
        ("le", "2026-11-23T20:00:00.5Z", "2026-11-23T20:00:00.4Z", false),
        ("eq", "2026-11-23T10:00", "2026-11-23T03:00:59Z", true),
        // A moment and a date: the moment's day in Viet Nam counts.
        ("eq", "2026-11-23T20:00:00Z", "2026-11-24", true), ("eq", "2026-11-23T20:00:00Z", "2026-11-23", false),
        ("le", "2026-11-24", "2026-11-23T20:00:00Z", true), ("lt", "2026-12", "2026-11-23T20:00:00Z", false),
        // What is no date has no order to one.
        ("lt", "2026-13-01", "2026-01-01", true), ("lt", "unknown", "2026-01-01", true),
        ("lt", "2026-11-23T25:00:00Z", "2020-01-01", true), ("lt", "b", "a", false),
    ])
    func momentsAreComparedByTheClock(op: String, one: String, other: String, holds: Bool) throws {
        let found = try complaints(
            #"{"left":"/a","op":"\#(op)","right":"/b"}"#, #"{"a":"\#(one)","b":"\#(other)"}"#)
        #expect(found == (holds ? [] : ["/a error"]))
    }

    @Test func theMomentOfReceiptIsExactForMomentsOnly() throws {
        // The report is received at 07:00 on 2026-11-24 in Viet Nam.
        let now = #"{"left":"/a","op":"le","now":true}"#
        #expect(try complaints(now, #"{"a":"2026-11-24T07:00:00+07:00"}"#) == [])
        #expect(try complaints(now, #"{"a":"2026-11-24T07:00:01+07:00"}"#) == ["/a error"])
        #expect(try complaints(now, #"{"a":"2026-11-24T00:00:00Z"}"#) == [])
        let within = #"{"left":"/a","op":"ge","now":true,"plus":"-P1D"}"#
        #expect(try complaints(within, #"{"a":"2026-11-23T07:00:00+07:00"}"#) == [])
        #expect(try complaints(within, #"{"a":"2026-11-23T06:59:59+07:00"}"#) == ["/a error"])
        #expect(try complaints(now, #"{"a":"soon"}"#) == [])
        #expect(try complaints(now, #"{"a":7}"#) == [])
    }

    @Test func momentsBeyondAllCalendarsAreComparedToo() throws {
        let json = #"{"x-tincay-compare":[{"left":"/a","op":"ge","now":true,"plus":"-P1Y"}]}"#
        let form = try FormFixture.form(json)
        for milliseconds in [Int64.min, .max] {
            for answers in [#"{"a":"2026-11-24T07:00:00Z"}"#, #"{"a":"2026"}"#, #"{"a":{"year":2026}}"#] {
                let checked = try form.check(
                    Array(answers.utf8), language: nil, at: Moment(milliseconds: milliseconds))
                #expect(checked.accepted == (milliseconds < 0))
            }
        }
    }

    @Test func factsAreComparedTooAndClaimsAreNot() throws {
        let rule = #"{"left":"/derived/age_min","op":"ge","value":1}"#
        #expect(try complaints(rule, #"{"derived":{"age_min":9}}"#) == ["/derived/age_min error"])
    }

    @Test func amongWhatIsNoListNothingIsLookedFor() throws {
        #expect(try complaints(#"{"left":"/a","op":"in","right":"/b"}"#, #"{"a":1,"b":1}"#) == [])
        #expect(try complaints(#"{"left":"/a","op":"in","right":"/b"}"#, #"{"a":1,"b":[]}"#) == ["/a error"])
    }

    @Test func numbersAreComparedWithValuesAndSums() throws {
        let sum = #"{"left":"/a","op":"le","right":"/b","plus":1}"#
        #expect(try complaints(sum, #"{"a":3,"b":2}"#) == [])
        #expect(try complaints(sum, #"{"a":4,"b":2}"#) == ["/a error"])
        #expect(try complaints(sum, #"{"a":4,"b":9223372036854775807}"#) == [])
        #expect(try complaints(sum, #"{"a":3.5,"b":2}"#) == ["/a error"])
        #expect(try complaints(sum, #"{"a":2.5,"b":2}"#) == [])
        #expect(try complaints(#"{"left":"/a","op":"ne","value":"x"}"#, #"{"a":"x"}"#) == ["/a error"])
        #expect(try complaints(#"{"left":"/a","op":"in","value":["x","y"]}"#, #"{"a":"x"}"#) == [])
    }

    @Test func aRuleIsSilentWithoutBothSidesOrItsCondition() throws {
        #expect(try complaints(#"{"left":"/a","op":"eq","right":"/b"}"#, #"{"a":1}"#) == [])
        #expect(try complaints(#"{"left":"/a","op":"eq","right":"/b"}"#, #"{"b":1}"#) == [])
        let conditional = #"{"left":"/a","op":"eq","right":"/b","when":{"required":["c"]},"severity":"notice"}"#
        #expect(try complaints(conditional, #"{"a":1,"b":2}"#) == [])
        #expect(try complaints(conditional, #"{"a":1,"b":2,"c":3}"#) == ["/a notice"])
    }

    @Test(arguments: [
        #"{"left":"/a","op":"eq"}"#, #"{"left":"/a","op":"eq","right":"/b","now":true}"#,
        #"{"left":"a","op":"eq","right":"/b"}"#, #"{"left":"/a","op":"is","right":"/b"}"#,
        #"{"left":"/a","op":"eq","right":"/b","plus":"soon"}"#, #"{"left":"/a","op":"eq","now":false}"#,
        #"{"left":"/a","op":"eq","right":"/b","severity":"bad"}"#,
    ])
    func aRuleThatMakesNoSenseRefusesTheForm(rule: String) {
        #expect(FormFixture.isRefused(#"{"x-tincay-compare":[\#(rule)]}"#))
    }
}
