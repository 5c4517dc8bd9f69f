import Testing

@testable import TincayIntake

/// A program of one condition for each schema of a list, and the conditions taken apart.
private func conditions(_ schemas: [String], definitions: String = "{}") throws -> ConditionTree {
    let json = #"{"$defs":\#(definitions),"list":[\#(schemas.joined(separator: ","))]}"#
    let document = try JSONDocument(parsing: Array(json.utf8), limits: .form)
    let entries = Array(try #require(document.root["list"]).elements)
    return ConditionTree(try SchemaProgram(compiling: document, entries: entries))
}

@Suite struct ConditionTreeTests {
    /// Conditions of every shape.
    private static let schemas = [
        "true", "false", "{}", #"{"required":["a"]}"#, #"{"required":["a","b"]}"#, #"{"properties":{"a":{"const":1}}}"#,
        #"{"properties":{"a":{"const":1}},"required":["a"]}"#, #"{"properties":{"a":true,"b":false}}"#,
        #"{"properties":{"a":false},"required":["a"]}"#, #"{"properties":{"a~/":{"type":"object"}},"required":["b"]}"#,
        #"{"not":{"required":["a"]}}"#, #"{"not":{"not":{"required":["a"]}}}"#, #"{"not":{}}"#, #"{"not":false}"#,
        #"{"allOf":[{"required":["a"]},{"allOf":[{"required":["b"]},true]}]}"#,
        #"{"anyOf":[{"required":["a"]},{"anyOf":[{"required":["b"]},false]}]}"#,
        #"{"anyOf":[{"required":["a"]},{}]}"#, #"{"allOf":[{"required":["a"]},false]}"#,
        #"{"oneOf":[{"required":["a"]},{"required":["b"]}]}"#,
        #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"properties":{"b":{"type":"string"}}}}"#,
        #"{"if":{"required":["a"]},"then":{"required":["b"]}}"#, #"{"if":true,"else":false}"#,
        #"{"type":"object"}"#, #"{"type":"array"}"#, #"{"type":["string","object"],"required":["b"]}"#,
        #"{"minProperties":2}"#, #"{"required":["a"],"maxProperties":1}"#, #"{"propertyNames":{"maxLength":1}}"#,
        #"{"patternProperties":{"^a":{"type":"string"}}}"#, #"{"properties":{"a":{}},"additionalProperties":false}"#,
        #"{"properties":{"a":{}},"unevaluatedProperties":false}"#, #"{"dependentRequired":{"a":["b"]}}"#,
        #"{"dependentSchemas":{"a":{"required":["b"]}}}"#, #"{"const":{"a":1}}"#, #"{"enum":[{},{"b":"x"}]}"#,
        ##"{"$ref":"#/$defs/a"}"##, ##"{"$ref":"#/$defs/b"}"##, ##"{"not":{"$ref":"#/$defs/b"}}"##,
        ##"{"$ref":"#/$defs/circle"}"##, ##"{"not":{"$ref":"#/$defs/circle"}}"##,
        ##"{"anyOf":[{"required":["a"]},{"$ref":"#/$defs/circle"}]}"##,
        #"{"properties":{"a":{"properties":{"b":{"const":1}},"required":["b"]}},"required":["a"]}"#,
    ]

    @Test func conditionsSayWhatTheirSchemasSay() throws {
        let tree = try conditions(
            Self.schemas,
            definitions: """
                {"a":{"required":["a"]},"b":{"anyOf":[{"$ref":"#/$defs/a"},{"properties":{"b":{"minLength":2}}}]},
                "circle":{"allOf":[{"$ref":"#/$defs/circle"}]}}
                """)
        for answers in [
            "{}", #"{"a":1}"#, #"{"b":"x"}"#, #"{"a":1,"b":"xx"}"#, #"{"a":2,"b":1}"#, #"{"a":"s"}"#,
            #"{"a~/":1,"b":2,"c":3}"#, #"{"a~/":{},"b":2}"#, #"{"\u0061":1}"#, #"{"a":{"b":1}}"#, "[]", "\"a\"", "1",
            "null",
        ] {
            let value = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
            var judge = ConditionJudge(tree, value)
            for number in Self.schemas.indices {
                for undecided in [true, false] {
                    let expected = tree.program.accepts(value, entry: number, undecided: undecided)
                    let told = judge.holds(number, undecided: undecided)
                    #expect(told == expected, "\(Self.schemas[number]) of \(answers)")
                }
            }
        }
    }

    @Test func whatIsCertainDecidesBesideWhatGoesAroundInCircles() throws {
        let circle = ##"{"circle":{"allOf":[{"$ref":"#/$defs/circle"}]}}"##
        let tree = try conditions(
            [##"{"anyOf":[{"$ref":"#/$defs/circle"},{"required":["a"]}]}"##], definitions: circle)
        func holds(_ answers: String, undecided: Bool) throws -> Bool {
            let value = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
            var judge = ConditionJudge(tree, value)
            return judge.holds(0, undecided: undecided)
        }
        #expect(try holds(#"{"a":1}"#, undecided: false))
        #expect(try holds("{}", undecided: true))
        #expect(try !holds("{}", undecided: false))
    }

    @Test func whatSeveralConditionsAskIsKeptOnce() throws {
        let one = #"{"properties":{"a":{"enum":[1,2]}},"required":["a"]}"#
        let other = #"{"required":["a"],"properties":{"a":{"enum":[1,2]}}}"#
        let tree = try conditions([
            one, #"{"allOf":[\#(one)]}"#, #"{"anyOf":[\#(other),\#(one)]}"#, #"{"not":\#(one)}"#,
        ])
        #expect(tree.roots[0] == tree.roots[1] && tree.roots[1] == tree.roots[2])
        #expect(tree.parts.count == 2)
        #expect(tree.names.count == 1)
    }

    @Test func aConditionThatDoublesWithEveryLayerIsDecidedByItsParts() throws {
        var definitions = ##""d0":{"required":["a"]}"##
        for level in 1...30 {
            let inner = ##"{"$ref":"#/$defs/d\##(level - 1)"}"##
            definitions += ##","d\##(level)":{"anyOf":[\##(inner),\##(inner)]}"##
        }
        let tree = try conditions([##"{"$ref":"#/$defs/d30"}"##], definitions: "{\(definitions)}")
        for (answers, holds) in [(#"{"a":1}"#, true), ("{}", false)] {
            let value = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
            var judge = ConditionJudge(tree, value)
            let told = [judge.holds(0, undecided: true), judge.holds(0, undecided: false)]
            #expect(told == [holds, holds])
        }
    }

    @Test func aConditionOfManyLayersStaysTrue() throws {
        var schema = #"{"required":["a"]}"#
        for _ in 0..<40 { schema = #"{"not":{"allOf":[\#(schema)]}}"# }
        let tree = try conditions([schema])
        for answers in ["{}", #"{"a":1}"#] {
            let value = try JSONDocument(parsing: Array(answers.utf8), limits: .report).root
            var judge = ConditionJudge(tree, value)
            let told = judge.holds(0)
            #expect(told == tree.program.accepts(value, entry: 0))
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func theConditionsOfTheDefaultFormSayWhatTheirSchemasSay(seed: UInt64)
        throws
    {
        let form = try #require(FormFixture.standard)
        var generator = AnswerGenerator(form, seed: seed)
        let json = "{" + generator.answers(15).map { $0.member }.joined(separator: ",") + "}"
        let answers = try JSONDocument(parsing: Array(json.utf8), limits: .report).root
        let facts = form.triage.derivation.facts(answers, form.conditions, at: FormFixture.monday)
        for value in [answers, facts] {
            var judge = ConditionJudge(form.conditions, value)
            for number in 0..<form.conditions.roots.count {
                let told = judge.holds(number)
                #expect(told == form.program.accepts(value, entry: number), "\(number) of \(json)")
            }
        }
    }
}
