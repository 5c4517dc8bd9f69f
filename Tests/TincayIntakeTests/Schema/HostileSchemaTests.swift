import Testing

@testable import TincayIntake

/// A program and a value.
private func asked(_ schema: String, _ value: String) throws -> (program: SchemaProgram, value: JSONValue) {
    let program = try SchemaProgram(compiling: JSONDocument(parsing: Array(schema.utf8), limits: .form))
    return (program, try JSONDocument(parsing: Array(value.utf8), limits: .report).root)
}

/// The codes and paths of what a schema finds.
private func found(_ schema: String, _ value: String) throws -> [String] {
    let (program, value) = try asked(schema, value)
    return program.findings(value).map { "\($0.code.name) \(String(decoding: $0.path, as: UTF8.self))" }
}

/// Where and why a schema is refused; nil when it is not.
private func fault(_ schema: String) throws -> FormFault? {
    do throws(FormError) {
        guard let document = try? JSONDocument(parsing: Array(schema.utf8), limits: .form) else { return nil }
        _ = try SchemaProgram(compiling: document)
        return nil
    } catch {
        guard case .refused(let fault) = error else { return nil }
        return fault
    }
}

@Suite("Schemas that are made to last")
struct HostileSchemaTests {
    /// Levels of a keyword, each of which asks the next one twice.
    private func doubling(_ keyword: String) -> String {
        let levels = (0..<40).map { level in
            let next = ##"{"$ref":"#/$defs/l\##(level + 1)"}"##
            return ##""l\##(level)":{"\##(keyword)":[\##(next),\##(next)]}"##
        }
        return levels.joined(separator: ",") + ##","l40":{"required":["z"]}"##
    }

    @Test("a thousand branches are no depth, and what they have not looked at is told")
    func breadth() throws {
        let branches = (0..<1000).map { ##"{"properties":{"m\##($0)":true}}"## }.joined(separator: ",")
        let schema = ##"{"allOf":[\##(branches)],"unevaluatedProperties":false}"##
        let members = (0..<1000).map { ##""m\##($0)":1"## }.joined(separator: ",")
        #expect(try found(schema, "{\(members)}").isEmpty)
        #expect(try found(schema, #"{\#(members),"other":1}"#) == ["unknown /other"])
    }

    @Test(
        "work that runs out is told as a limit, and nothing is said that is not known", arguments: ["anyOf", "oneOf"])
    func limit(_ keyword: String) throws {
        let levels = doubling(keyword)
        let both = ##"{"anyOf":[{"$ref":"#/$defs/l0"},{"$ref":"#/$defs/l0"}],"$defs":{\##(levels)}}"##
        #expect(try found(both, "{}") == ["limit "])
        #expect(try found(##"{"not":{"$ref":"#/$defs/l0"},"$defs":{\##(levels)}}"##, "{}") == ["limit "])
        let (program, value) = try asked(both, "{}")
        #expect(!program.accepts(value))
    }

    @Test("work is counted for the whole report, whatever asks for it")
    func sharedBudget() throws {
        let (program, value) = try asked(##"{"allOf":[{"$ref":"#/$defs/l0"}],"$defs":{\##(doubling("anyOf"))}}"##, "{}")
        let budget = WorkBudget(value.document)
        #expect(program.accepts(value, entry: nil, undecided: true, budget))
        #expect(budget.isSpent)
        #expect(program.findings(value, budget).map { $0.code } == [.limit])
    }

    @Test("comparing a long list again and again is work")
    func comparing() throws {
        let constants = (0..<300).map { #"{"const":[\#($0),2]}"# }.joined(separator: ",")
        let value = "[[" + [String](repeating: "1", count: 100_000).joined(separator: ",") + "],2]"
        #expect(try found(#"{"allOf":[\#(constants)]}"#, value).contains("limit "))
    }

    @Test("a reference finds its schema among thousands, by name, position and escapes")
    func references() throws {
        let definitions = (0..<3000).map { ##""d~\##($0)":{"const":\##($0)}"## }.joined(separator: ",")
        for number in [0, 17, 2999] {
            let schema = ##"{"$ref":"#/$defs/d~0\##(number)","$defs":{\##(definitions)}}"##
            #expect(try found(schema, "\(number)").isEmpty)
            #expect(try found(schema, "\(number + 1)") == ["const "])
        }
        let listed = (0..<3000).map { ##"{"const":\##($0)}"## }.joined(separator: ",")
        let schema = ##"{"$ref":"#/$defs/all/anyOf/2999","$defs":{"all":{"anyOf":[\##(listed)]}}}"##
        #expect(try found(schema, "2999").isEmpty)
        #expect(try found(schema, "2998") == ["const "])
        #expect(
            try fault(##"{"$ref":"#/$defs/all/anyOf/3000","$defs":{"all":{"anyOf":[\##(listed)]}}}"##)?.code
                == .reference)
    }

    @Test("a dynamic reference finds its anchor in the outermost of many resources")
    func dynamicAnchors() throws {
        let resources = (0..<500).map {
            ##""r\##($0)":{"$id":"http://x/\##($0)","$dynamicAnchor":"n","const":\##($0),"$defs":{"f":{"$dynamicRef":"#n"}}}"##
        }.joined(separator: ",")
        let schema = ##"{"$id":"http://x/top","$ref":"499#/$defs/f","$defs":{\##(resources)}}"##
        #expect(try found(schema, "499").isEmpty)
        #expect(try found(schema, "498") == ["const "])
    }

    @Test("what is too much is refused where it is too much")
    func refused() throws {
        let schemas = [String](repeating: #"{"minLength":1}"#, count: 25_000).joined(separator: ",")
        let tooMany = FormFault(code: .tooLarge, path: Array("/allOf/24999".utf8))
        #expect(try fault(#"{"allOf":[\#(schemas)]}"#) == tooMany)
        let names = (0..<60_001).map { "\"\($0)\"" }.joined(separator: ",")
        #expect(
            try fault(#"{"not":{"enum":[\#(names)]}}"#) == FormFault(code: .tooLarge, path: Array("/not/enum".utf8)))
        let address = "http://x/" + String(repeating: "a", count: 1000)
        #expect(
            try fault(#"{"not":{"$id":"\#(address)"}}"#) == FormFault(code: .tooLarge, path: Array("/not/$id".utf8)))
        let members = (0...1000).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(try fault(#"{"not":{\#(members)}}"#) == FormFault(code: .tooLarge, path: Array("/not".utf8)))
    }

    @Test("each required member that is missing among very many is told")
    func manyRequired() throws {
        let names = (0..<500).map { "\"x\($0)\"" }.joined(separator: ",")
        let members = (0..<500).filter { $0 != 7 && $0 != 400 }.map { "\"x\($0)\":1" }.joined(separator: ",")
        #expect(try found(#"{"required":[\#(names)]}"#, "{\(members)}") == ["required /x7", "required /x400"])
    }

    @Test("paths that are long are told until there are enough")
    func longPaths() throws {
        let members = (0..<2000).map { "\"m\($0)\":1" }.joined(separator: ",")
        let name = String(repeating: "a", count: 100_000)
        let (program, value) = try asked(
            #"{"additionalProperties":{"additionalProperties":false}}"#, #"{"\#(name)":{\#(members)}}"#)
        let findings = program.findings(value)
        #expect((2...10).contains(findings.count))
        #expect(findings.last?.code == .tooMany)
    }

    @Test("a name that is required and declared in many schemas keeps its own place in each")
    func names() throws {
        let schema =
            #"{"allOf":[{"required":["b","a","b"]},{"properties":{"a":{"const":1},"b":{"const":2}},"required":["b","c"]}]}"#
        #expect(try found(schema, #"{"a":1,"b":2,"c":3}"#).isEmpty)
        #expect(try found(schema, #"{"a":2,"b":2}"#) == ["const /a", "required /c"])
        #expect(try found(schema, "{}") == ["required /b", "required /a", "required /c"])
    }
}
