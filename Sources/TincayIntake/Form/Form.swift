/// What may be asked, what an acceptable answer is, how urgent it is and who must know: a JSON Schema with annotations.
public final class Form: Sendable {
    /// The form's name; the schema's `$id` when it has none, empty when it has neither.
    public let id: [UInt8]
    /// The form's version; empty when it has none.
    public let version: [UInt8]
    /// The form as it was read.
    public let source: [UInt8]
    /// The form as a document.
    let document: JSONDocument
    /// The schema and all conditions, compiled.
    let program: SchemaProgram
    /// Which answer names the profile.
    let profileName: [UInt8]
    /// Every question that the form can ask.
    let questions: [Question]
    /// The section of each question that is not among the facts.
    let sections: [[UInt8]: SectionName]
    /// The questions whose answers are for lists and counts.
    let facets: [[UInt8]]
    /// What is compared beyond the schema.
    let comparisons: [Comparison]
    /// What follows from the answers.
    let derived: DerivedFacts
    /// The rules of triage.
    let rules: [TriageRule]
    /// What to say about findings.
    let messages: Messages

    /// Reads a form from bytes that are lent for the call.
    public convenience init(parsing json: UnsafeRawBufferPointer) throws(FormError) {
        guard json.count <= JSONLimits.form.size else { throw .json(.tooLarge) }
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        try self.init(parsing: unsafe [UInt8](json))
    }

    /// Reads a form.
    public init(parsing json: [UInt8]) throws(FormError) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: json, limits: .form) } catch {
            throw .json(error)
        }
        let root = document.root
        var conditions: [JSONValue] = []
        var rules: [TriageRule] = []
        for rule in root["x-tincay-triage"].map({ Array($0.elements) }) ?? [] {
            rules.append(try TriageRule(rule, conditions: &conditions))
        }
        derived = try DerivedFacts(root["x-tincay-derive"], conditions: &conditions)
        var comparisons: [Comparison] = []
        for (position, rule) in (root["x-tincay-compare"].map { Array($0.elements) } ?? []).enumerated() {
            comparisons.append(try Comparison(rule, location: Array("/x-tincay-compare/\(position)".utf8)))
        }
        let program = try SchemaProgram(compiling: document, entries: conditions)
        let about = root["x-tincay-form"]
        id = about?["id"]?.text ?? root["$id"]?.text ?? []
        version = about?["version"]?.text ?? []
        profileName = about?["profile"]?.text ?? Array("profile".utf8)
        questions = Self.questions(program, root)
        (sections, facets) = try Self.annotations(questions)
        self.rules = rules
        self.comparisons = comparisons
        self.program = program
        self.document = document
        source = json
        messages = Messages(root["x-tincay-messages"])
    }

    /// Whether the form says more than a schema does.
    var isAnnotated: Bool { document.root["x-tincay-form"] != nil }

    /// Every question in the order to ask: as `x-tincay-order` has it, the others behind.
    private static func questions(_ program: SchemaProgram, _ root: JSONValue) -> [Question] {
        let walk = FormWalk(program, root, everywhere: true)
        var ordered: [(name: [UInt8], places: [Int])] = []
        for name in root["x-tincay-order"].map({ $0.elements.compactMap { $0.text } }) ?? [] {
            if let question = walk.questions.first(where: { $0.name == name }) { ordered.append(question) }
        }
        for question in walk.questions where !ordered.contains(where: { $0.name == question.name }) {
            ordered.append(question)
        }
        return ordered.map { Question($0.name, $0.places, program) }
    }

    /// What the questions' annotations say of sections and facets.
    private static func annotations(
        _ questions: [Question]
    ) throws(FormError) -> (sections: [[UInt8]: SectionName], facets: [[UInt8]]) {
        var sections: [[UInt8]: SectionName] = [:]
        var facets: [[UInt8]] = []
        for question in questions {
            if let value = question.value("x-tincay-section") {
                guard let section = SectionName.allCases.first(where: { value.isText($0.name) }) else {
                    throw .notAForm
                }
                if section != .facts { sections[question.name] = section }
            }
            if question.value("x-tincay-facet")?.boolean == true { facets.append(question.name) }
        }
        return (sections, facets)
    }
}
