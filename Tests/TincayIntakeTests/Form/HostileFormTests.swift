import Foundation
import Testing

@testable import TincayIntake

@Suite("Forms and answers that are made to last")
struct HostileFormTests {
    /// Thirty levels, each of which asks the next one twice.
    private static let levels =
        (0..<30).map { level in
            let next = ##"{"$ref":"#/$defs/l\##(level + 1)"}"##
            return ##""l\##(level)":{"anyOf":[\##(next),\##(next)]}"##
        }.joined(separator: ",") + ##","l30":{"required":["z"]}"##

    /// The findings of a result.
    private func findings(_ result: [UInt8]) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(result)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: Any]])
    }

    @Test("a rule that cannot be decided fires, and the report is not accepted as if it had been judged")
    func undecidedRule() throws {
        let when = ##"{"properties":{"a":{"$ref":"#/$defs/l0"}},"required":["a"]}"##
        let rule = ##"{"id":"R","when":\##(when),"urgency":"U2","destinations":["111"]}"##
        let form = try FormFixture.form(##"{"$defs":{\##(Self.levels)},"x-tincay-triage":[\##(rule)]}"##)
        let checked = try form.check(Array(#"{"a":{}}"#.utf8), language: nil, at: FormFixture.monday)
        #expect(checked.urgency == .urgent)
        #expect(!checked.accepted)
        #expect(try findings(checked.result).map { $0["code"] as? String } == ["limit"])
        let message = try #require(try findings(checked.result).first?["message"] as? String)
        #expect(!message.isEmpty)
    }

    @Test("what several parts of a condition ask is asked once, so that doubling does not last")
    func doublingConditions() throws {
        let when = ##"{"if":{"required":["a"]},"then":{"$ref":"#/$defs/l0"},"else":false}"##
        let rule = ##"{"id":"R","when":\##(when),"urgency":"U2","destinations":["111"]}"##
        let form = try FormFixture.form(##"{"$defs":{\##(Self.levels)},"x-tincay-triage":[\##(rule)]}"##)
        for (answers, urgency) in [(#"{"a":1}"#, nil), (#"{"a":1,"z":1}"#, Urgency.urgent)] {
            let checked = try form.check(Array(answers.utf8), language: nil, at: FormFixture.monday)
            #expect(checked.urgency == urgency)
            #expect(checked.accepted)
        }
    }

    @Test("questions that wait for what doubles end in a limit too")
    func undecidedQuestions() throws {
        let branches = (0..<50).map {
            ##"{"if":{"$ref":"#/$defs/l0","title":"\##($0)"},"then":{"properties":{"q\##($0)":{"type":"string"}}}}"##
        }.joined(separator: ",")
        let form = try FormFixture.form(##"{"$defs":{\##(Self.levels)},"allOf":[\##(branches)]}"##)
        let state = try form.state(Array(#"{"a":1}"#.utf8), profile: nil, language: nil)
        let told = try JSONSerialization.jsonObject(with: Data(state)) as? [String: Any]
        #expect(told?["complete"] as? Bool == false)
    }

    @Test("findings end when enough was written, and say so")
    func longKeywords() throws {
        let name = String(repeating: "a", count: 300_000)
        let members = (0..<900).map { "\"m\($0)\":false" }.joined(separator: ",")
        let form = try FormFixture.form(
            #"{"properties":{"b":{"$ref":"\#u{23}/$defs/\#(name)"}},"$defs":{"\#(name)":{"properties":{\#(members)}}}}"#
        )
        let answers = (0..<900).map { "\"m\($0)\":1" }.joined(separator: ",")
        let checked = try form.check(Array(#"{"b":{\#(answers)}}"#.utf8), language: nil, at: FormFixture.monday)
        #expect(checked.result.count < 3 << 20)
        #expect(try findings(checked.result).last?["code"] as? String == "tooMany")
        #expect(!checked.accepted)
    }

    @Test("the pointers of all values and names are those that lead to them")
    func pointers() throws {
        let wide = (0..<100).map { #""n\#($0)~/":[\#($0),{"x":{"y":\#($0)}}]"# }.joined(separator: ",")
        let long = (0..<100).map { "[\($0)]" }.joined(separator: ",")
        let root = try JSONDocument(parsing: Array("{\(wide),\"list\":[\(long)]}".utf8), limits: .any).root
        var pointers = PointerFinder()
        var index = MemberIndex()
        var values = [root]
        var count = 0
        while let value = values.popLast() {
            count += 1
            let pointer = pointers.pointer(of: value)
            #expect(pointer == value.pointer)
            #expect(index.value(at: pointer, from: root)?.index == value.index)
            #expect(root.at(pointer: pointer)?.index == value.index)
            for member in value.members {
                #expect(pointers.pointer(of: member.name) == pointers.pointer(of: member.value))
                values.append(member.value)
            }
            values += value.elements.map { $0 }
        }
        #expect(count == 702)
        for nowhere in ["/n1", "/list/100", "/list/01", "/list/-", "/n1~0~1/2", "x", "/n1~2"] {
            #expect(index.value(at: Array(nowhere.utf8), from: root) == nil)
        }
    }

    @Test("a form has only so many questions, and elements of lists only so many together")
    func manyQuestions() throws {
        let questions = (0...10_000).map { "\"p\($0)\":{}" }.joined(separator: ",")
        #expect(FormFixture.isRefused(#"{"properties":{\#(questions)}}"#))
        let inside = (0..<1000).map { "\"p\($0)\":{}" }.joined(separator: ",")
        let form = try FormFixture.form(#"{"properties":{"a":{"items":{"properties":{\#(inside)}}}}}"#)
        let elements = [String](repeating: "{}", count: 64).joined(separator: ",")
        let state = try form.state(Array(#"{"a":[\#(elements)]}"#.utf8), profile: nil, language: nil)
        let told = try JSONSerialization.jsonObject(with: Data(state)) as? [String: Any]
        #expect((told?["questions"] as? [Any])?.count == 1 + 1000 + 10 * 1000)
    }

    @Test("expressions that are too much together are refused at the first that is, and the same one counts once")
    func expressions() throws {
        let many = (0..<200).map { #"{"pattern":"[a-z]{\#(1000 + $0)}Z"}"# }.joined(separator: ",")
        do throws(FormError) {
            _ = try FormFixture.form(#"{"allOf":[\#(many)]}"#)
            Issue.record("The form is taken.")
        } catch {
            guard case .refused(let fault) = error else { throw error }
            #expect(fault.code == .tooLarge)
            #expect(String(decoding: fault.path, as: UTF8.self).hasSuffix("/pattern"))
        }
        let same = (0..<2000).map { #"{"pattern":"[a-z]{1000}Z","title":"\#($0)"}"# }.joined(separator: ",")
        _ = try FormFixture.form(#"{"allOf":[\#(same)]}"#)
    }
}
