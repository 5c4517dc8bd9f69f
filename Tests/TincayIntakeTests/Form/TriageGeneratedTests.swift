import Testing

@testable import TincayIntake

/// Answers after which a report may be less urgent, because things are better than they could be.
///
/// Every other answer may only make a report more urgent.
private let reassuring: [String: Set<String>] = [
    "safe_now": ["\"Y\""], "danger_reach": ["\"N\""], "poc_in_home": ["\"N\""], "frequency": ["\"ONCE\""],
    "happening": ["\"M3\"", "\"Y1\"", "\"OLDER\""],
]
/// Questions that tell who the child is, which can leave out other ages.
private let aboutAge: Set<String> = ["child_birth", "child_age_est", "child_id", "profile"]

@Suite struct TriageGeneratedTests {
    /// The default form.
    private let form: Form

    /// Takes the default form.
    init() throws {
        form = try #require(FormFixture.standard)
    }

    @Test func noAnswerLowersUrgencyButAReassuringOne() throws {
        var generator = AnswerGenerator(form, seed: 1)
        let names = generator.names.filter { !aboutAge.contains($0) }
        var tried = 0
        for round in 0..<40 {
            let base = generator.answers(round % 12)
            let before = try Judged(form, base)
            for name in names where !base.contains(where: { $0.name == name }) {
                guard let answer = generator.answer(name), reassuring[name]?.contains(answer.json) != true else {
                    continue
                }
                let after = try Judged(form, base + [answer])
                #expect(after.rank <= before.rank, "\(base.map { $0.member }) + \(answer.member)")
                tried += 1
            }
        }
        #expect(tried > 1_000)
    }

    @Test func oneMoreCodeOfAListNeverLowersUrgency() throws {
        var generator = AnswerGenerator(form, seed: 2)
        let lists = generator.names.filter { name in
            generator.answer(name)?.json.hasPrefix("[\"") == true
        }
        #expect(lists.contains("concerns"))
        for round in 0..<60 {
            let base = generator.answers(round % 8).filter { !lists.contains($0.name) }
            for name in lists {
                var codes: [String] = []
                var last = try Judged(form, base)
                for code in generator.codes(name).shuffled(using: &generator.random).prefix(4) {
                    codes.append(code)
                    let list = AnswerGenerator.Answer(name: name, json: "[" + codes.joined(separator: ",") + "]")
                    let now = try Judged(form, base + [list])
                    #expect(now.rank <= last.rank, "\(base.map { $0.member }) + \(list.member)")
                    last = now
                }
            }
        }
    }

    @Test func whatIsNotKnownIsNeverBetterThanEveryAnswer() throws {
        var generator = AnswerGenerator(form, seed: 3)
        var tried = 0
        for round in 0..<30 {
            let base = generator.answers(round % 10)
            for name in generator.names where !base.contains(where: { $0.name == name }) {
                let codes = generator.codes(name)
                guard generator.answer(name)?.json.hasPrefix("\"") == true else { continue }
                let absent = try Judged(form, base)
                for code in codes where code == "\"UNK\"" || code == "\"PNS\"" {
                    let unknown = try Judged(form, base + [AnswerGenerator.Answer(name: name, json: code)])
                    var least = 0
                    for other in codes where other != "\"UNK\"" && other != "\"PNS\"" {
                        let known = AnswerGenerator.Answer(name: name, json: other)
                        least = max(least, try Judged(form, base + [known]).rank)
                    }
                    #expect(unknown.rank <= least, "\(base.map { $0.member }) + \(name) \(code)")
                    #expect(unknown.rank <= absent.rank, "\(base.map { $0.member }) + \(name) \(code)")
                    tried += 1
                }
            }
        }
        #expect(tried > 100)
    }

    @Test func neitherTheOrderOfAnswersNorThatOfTheFormMatters() throws {
        var text = FormFixture.json
        for name in ["x-tincay-triage", "x-tincay-routes", "x-tincay-derive"] as [StaticString] {
            let root = try JSONDocument(parsing: text, limits: .form).root
            let value = try #require(name.isSame(as: "x-tincay-derive") ? root[name]?["flags"] : root[name])
            let isList = value.kind == .array
            let parts =
                isList
                ? value.elements.map { $0.json }
                : value.members.map { $0.name.json + Array(":".utf8) + $0.value.json }
            let inner = Array(parts.reversed().joined(separator: Array(",".utf8)))
            text.replaceSubrange(
                value.source, with: Array((isList ? "[" : "{").utf8) + inner + Array((isList ? "]" : "}").utf8))
        }
        let backwards = try Form(parsing: text)
        #expect(backwards.triage.rules.first?.id == form.triage.rules.last?.id)
        var generator = AnswerGenerator(form, seed: 4)
        for round in 0..<300 {
            let answers = generator.answers(round % 30)
            let judged = try Judged(form, answers)
            #expect(try Judged(form, answers.shuffled(using: &generator.random)) == judged)
            #expect(try Judged(backwards, answers) == judged)
        }
    }

    @Test func nothingThatTheFormDoesNotAskChangesUrgency() throws {
        let claims = [
            #""urgency":"U5""#, #""urgency_auto":"U5""#, #""urgency_final":"U5""#, #""override_reason":"x""#,
            #""ruleset":"x""#, #""rules":[]"#, #""x-tincay-triage":[]"#, #""due":null"#, #""destinations":[]"#,
            #""derived":{"harm_by_carer":false,"conflict_of_interest":false,"age_min":40,"legal_class":"ADULT"}"#,
            #""\u0064erived":{"words_alarm":false}"#, #""DERIVED":{}"#, #""flags":[]"#,
        ]
        var generator = AnswerGenerator(form, seed: 5)
        for round in 0..<200 {
            let answers = generator.answers(round % 25).filter { answer in
                !claims.contains { $0.hasPrefix("\"\(answer.name)\"") }
            }
            let judged = try Judged(form, answers)
            for claim in claims {
                let json = "{" + (answers.map { $0.member } + [claim]).joined(separator: ",") + "}"
                #expect(try Judged(form, json: json) == judged, "\(claim)")
            }
        }
    }

    @Test func reportsThatAreIncompleteOrMalformedAreTriaged() throws {
        let junk = [
            #""nobody_asks":{"deep":[[[1]]]}"#, #""narrative":"\#(String(repeating: "a", count: 9_000))""#,
            #""child_name":7"#, #""assisted_by":{}"#, #""lang":[]"#, #""child_birth":"soon""#, #""child_id":[[]]"#,
        ]
        var generator = AnswerGenerator(form, seed: 6)
        for round in 0..<150 {
            let answers = generator.answers(round % 10).filter { answer in
                !junk.contains { $0.hasPrefix("\"\(answer.name)\"") }
            }
            let json = "{" + (answers.map { $0.member } + junk).joined(separator: ",") + "}"
            let judged = try Judged(form, answers)
            let now = try Judged(form, json: json)
            #expect(now.rules.isSuperset(of: judged.rules) && now.rank <= judged.rank)
            let checked = try FormFixture.check(form, json)
            #expect(!checked.accepted)
            #expect(checked.checked.urgency?.rank ?? 7 == now.rank)
        }
        #expect(try FormFixture.check(#"{"safe_now":"N","concerns":7}"#).checked.urgency == .immediate)
        #expect(try FormFixture.check(#"{"safe_now":["N"],"hurt_now":"Y"}"#).checked.urgency == .immediate)
    }

    @Test func aRuleThatCannotBeDecidedCountsAsFired() throws {
        var definitions = ##""d0":{"properties":{"a":true}}"##
        for level in 1...40 {
            let inner = ##"{"$ref":"#/$defs/d\##(level - 1)"}"##
            definitions += ##","d\##(level)":{"allOf":[\##(inner),\##(inner)]}"##
        }
        // About the answers as a whole, parts that are the same would be asked once, and it would end.
        let endless = ##"{"required":["x"],"properties":{"x":{"not":{"$ref":"#/$defs/d40"}}}}"##
        let form = try FormFixture.form(
            #"""
            {"x-tincay-derive":{"flags":{"f":\#(endless)}},
             "x-tincay-triage":[{"id":"A","urgency":"U2","when":\#(endless)},
              {"id":"B","urgency":"U3","when":{"required":["y"]},
               "deadlines":[{"kind":"K","within":"PT1H","when":\#(endless)}]},
              {"id":"F","urgency":"U4","when":{"properties":{"derived":{"properties":{"f":{"const":true}}}}}}],
             "x-tincay-routes":[{"id":"R","when":\#(endless),"add":["PROVINCE"]}],
             "$defs":{\#(definitions)}}
            """#)
        let decided = try FormFixture.check(form, #"{"y":1}"#)
        #expect(decided.rules == ["B"])
        #expect(decided.deadlines.isEmpty)
        let undecided = try FormFixture.check(form, #"{"x":1,"y":1}"#)
        #expect(undecided.rules == ["A", "B", "F"])
        #expect(undecided.deadlines.count == 1)
        #expect(undecided.destinations == ["PROVINCE"])
    }

    @Test func noOfficeThatIsConcernedGetsAReport() throws {
        let closed = [
            "NODE-SCHOOL": "SCHOOL", "NODE-CENTER": "CENTRE", "NODE-COMMUNE": "COMMUNE", "NODE-POLICE": "POLICE",
            "NODE-HEALTH": "HEALTH", "NODE-111": "111", "NODE-PROVINCE": "PROVINCE",
        ]
        var generator = AnswerGenerator(form, seed: 7)
        for round in 0..<40 {
            let answers = generator.answers(round % 15).filter { !["intake_point", "poc_relation"].contains($0.name) }
            let fired = try !Judged(form, answers).destinations.isEmpty
            for (kind, code) in closed {
                let concerned = [
                    AnswerGenerator.Answer(name: "intake_point", json: #"{"kind":"\#(kind)"}"#),
                    AnswerGenerator.Answer(name: "poc_relation", json: #""SERVICE_STAFF""#),
                ]
                let judged = try Judged(form, answers + concerned)
                #expect(!judged.destinations.contains(code) && !judged.destinations.contains("STAFF"))
                #expect(!fired || !judged.destinations.isEmpty)
            }
        }
    }

    @Test func aMachineWhoseClockWasNeverSetStillGivesAClock() throws {
        let answers =
            #"{"profile":"C","session_ok":true,"safe_now":"N","child_birth":{"year":2010},"concerns":["S0"]}"#
        for milliseconds in [Int64.min, 0, 1_577_836_800_000, .max] {
            let verdict = try FormFixture.check(answers, at: Moment(milliseconds: milliseconds))
            #expect(verdict.checked.urgency == .immediate)
            #expect(verdict.deadlines.contains { $0.hasPrefix("T01 EMERGENCY_MEASURES") })
        }
        // Before the child was born nobody knows its age, and it counts as a child.
        #expect(try FormFixture.check(answers, at: Moment(milliseconds: 0)).rules.contains("T10"))
    }
}
