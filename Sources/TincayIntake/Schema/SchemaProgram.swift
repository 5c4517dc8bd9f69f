/// A JSON Schema 2020-12 document, compiled once and then asked as often as there are answers.
public final class SchemaProgram: Sendable {
    /// All schemas that can be reached; they name each other by their place.
    let nodes: [SchemaNode]
    /// The place of the document's own schema.
    let root: Int
    /// The places of the further entries.
    private let entries: [Int]
    /// For each resource, the schemas that `$dynamicAnchor` names in it.
    let dynamicAnchors: [[[UInt8]: Int]]
    /// Where each schema stands in the document.
    let trails: SchemaTrails
    /// Whether some schema asks which members others have looked at.
    let usesMarks: Bool

    /// Compiles a document, and further schemas inside it that are asked on their own.
    ///
    /// What the standard leaves to the implementer: `date` and `date-time` are asserted unless told otherwise, other
    /// formats are not, and a reference out of the document is refused because nothing is ever fetched.
    public convenience init(
        compiling document: JSONDocument, entries: [JSONValue] = [], assertsFormat: Bool = true
    ) throws(FormError) {
        var compiler = try SchemaCompiler(document, assertsFormat: assertsFormat)
        let root = try compiler.place(of: document.root)
        var places: [Int] = []
        for entry in entries { places.append(try compiler.place(of: entry)) }
        try compiler.finish()
        self.init(compiler, root: root, entries: places)
    }

    /// Keeps what was compiled; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ compiler: SchemaCompiler, root: Int, entries: [Int]) {
        self.root = root
        self.entries = entries
        nodes = compiler.nodes
        dynamicAnchors = compiler.resources.dynamicPlaces
        trails = compiler.resources.trails
        usesMarks = compiler.usesMarks
    }

    /// Whether a value satisfies the document's schema, or the further entry of this number.
    ///
    /// A schema that goes around in circles, or on and on, is `undecided`.
    public func accepts(_ instance: JSONValue, entry: Int? = nil, undecided: Bool = false) -> Bool {
        var evaluator = SchemaEvaluator(self, collecting: false)
        let accepted = evaluator.begin(place(entry), instance)
        return evaluator.gaveUp ? undecided : accepted
    }

    /// Everything that is wrong with a value; nothing when it is accepted.
    public func findings(_ instance: JSONValue, entry: Int? = nil) -> [Finding] {
        var evaluator = SchemaEvaluator(self, collecting: true)
        _ = evaluator.begin(place(entry), instance)
        // Inside of what is only tried out nothing is noted, and so this could otherwise go by unseen.
        guard evaluator.gaveUp, !evaluator.findings.contains(where: { $0.code == .depth }) else {
            return evaluator.findings
        }
        return evaluator.findings + [Finding(code: .depth, path: [], keyword: [])]
    }

    /// Where evaluation starts.
    private func place(_ entry: Int?) -> Int {
        guard let entry else { return root }
        return entries.indices.contains(entry) ? entries[entry] : root
    }
}
