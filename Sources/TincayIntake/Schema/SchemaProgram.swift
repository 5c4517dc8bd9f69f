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
        usesMarks = compiler.usesMarks
    }

    /// Whether a value satisfies the document's schema, or the further entry of this number.
    public func accepts(_ instance: JSONValue, entry: Int? = nil) -> Bool {
        var evaluator = SchemaEvaluator(self, collecting: false)
        return evaluator.begin(place(entry), instance)
    }

    /// Everything that is wrong with a value; nothing when it is accepted.
    public func findings(_ instance: JSONValue, entry: Int? = nil) -> [Finding] {
        var evaluator = SchemaEvaluator(self, collecting: true)
        _ = evaluator.begin(place(entry), instance)
        return evaluator.findings
    }

    /// Where evaluation starts.
    private func place(_ entry: Int?) -> Int {
        guard let entry else { return root }
        return entries.indices.contains(entry) ? entries[entry] : root
    }
}
