import TincayIntake

/// What was said so far, and what to answer next.
struct Conversation {
    /// Whether formats are asserted.
    private let assertsFormat: Bool
    /// What schemas without `$schema` are written in.
    private var dialect = Dialect.draft2020

    /// Begins.
    init(assertsFormat: Bool) {
        self.assertsFormat = assertsFormat
    }

    /// The answer to a line; nil when the conversation is over.
    mutating func answer(_ line: [UInt8]) -> [UInt8]? {
        guard let request = try? JSONDocument(parsing: line, limits: .any).root, let command = request["cmd"] else {
            return Reply.error(sequence: nil, "The line is not a command in JSON.")
        }
        if command.isText("stop") { return nil }
        if command.isText("start") {
            guard request["version"]?.integer == 1 else {
                return Reply.error(sequence: nil, "Only version 1 of the protocol is spoken.")
            }
            return Reply.start()
        }
        if command.isText("dialect") { return choose(request["dialect"]) }
        if command.isText("run") { return run(request) }
        return Reply.error(sequence: request["seq"], "The command is not known.")
    }

    /// Takes a dialect for the schemas to come.
    private mutating func choose(_ address: JSONValue?) -> [UInt8] {
        guard let known = address?.text.flatMap({ Dialect(address: $0) }) else { return Reply.dialect(false) }
        dialect = known
        return Reply.dialect(true)
    }

    /// Runs the tests of a case.
    private func run(_ request: JSONValue) -> [UInt8] {
        let sequence = request["seq"]
        guard let task = request["case"], let schema = task["schema"], let tests = task["tests"] else {
            return Reply.error(sequence: sequence, "The case has no schema, or no tests.")
        }
        var options = SchemaOptions(dialect: dialect, assertsFormat: assertsFormat)
        if let registry = task["registry"] {
            for member in registry.members {
                guard let document = try? JSONDocument(parsing: member.value.json, limits: .any) else { continue }
                options.documents.append((member.name.text ?? [], document))
            }
        }
        let program: SchemaProgram
        do {
            program = try SchemaProgram(
                compiling: JSONDocument(parsing: schema.json, limits: .any), options: options)
        } catch {
            return Reply.error(sequence: sequence, "The schema is refused.")
        }
        return Reply.results(sequence: sequence, tests.elements.map { verdict(program, $0["instance"]) })
    }

    /// Asks both ways, for the verdict alone and for everything that is wrong, which have to agree.
    private func verdict(_ program: SchemaProgram, _ instance: JSONValue?) -> Verdict {
        guard let instance else { return .errored("The test has no instance.") }
        let findings = program.findings(instance)
        if findings.contains(where: { $0.code == .depth || $0.code == .limit }) {
            return .errored("The schema leads on and on.")
        }
        let isValid = program.accepts(instance)
        return isValid == findings.isEmpty ? .valid(isValid) : .errored("The verdict and the findings disagree.")
    }
}
