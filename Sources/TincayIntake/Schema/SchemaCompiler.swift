/// Turns a document into the schemas of a program, each compiled once, however often it is referred to.
struct SchemaCompiler {
    /// The most schemas of a program.
    private static let most = 100_000

    /// What the program is made of so far.
    var parts = SchemaParts()
    /// What has which address.
    var resources: SchemaResources
    /// How many more steps the document's regular expressions may have together.
    var patternRoom = 500_000
    /// What was chosen.
    let options: SchemaOptions
    /// Where each schema of the documents went.
    private var places: [UInt64: Int32] = [:]
    /// The schemas whose keywords are still to be compiled.
    private var waiting: [Int32] = []
    /// The names of dynamic anchors, each by its number.
    private(set) var anchors: [[UInt8]] = []
    /// The schemas that dynamic anchors name in each resource.
    private(set) var dynamicPlaces: [(resource: Int32, anchor: Int32, place: Int32)] = []

    /// Prepares to compile a document.
    init(_ document: JSONDocument, options: SchemaOptions) throws(FormError) {
        resources = try SchemaResources(document, given: options.documents, dialect: options.dialect)
        self.options = options
    }

    /// The place of a schema, which is compiled later if it was not yet.
    mutating func place(of schema: JSONValue, from resource: Int = 0) throws(FormError) -> Int32 {
        let key = resources.documents.key(of: schema)
        if let place = places[key] { return place }
        guard schema.kind == .object || schema.kind == .boolean else { throw .refused(.schema, at: schema) }
        guard parts.codes.count < Self.most else { throw .refused(.tooLarge, at: schema) }
        let place = Int32(truncatingIfNeeded: parts.codes.count)
        places[key] = place
        var code = SchemaCode()
        code.verdict = schema.boolean
        code.resource = Int32(truncatingIfNeeded: resources.owner(of: schema, from: resource))
        parts.codes.append(code)
        parts.sources.append(schema)
        waiting.append(place)
        return place
    }

    /// Compiles all that waits, and all that it refers to.
    mutating func finish() throws(FormError) {
        while let place = waiting.popLast() {
            if parts.codes[Int(place)].verdict == nil { try compile(place) }
            guard waiting.isEmpty else { continue }
            // A dynamic reference can lead to every schema that has its name, also to one that nothing else reaches.
            for anchor in resources.dynamicAnchors where anchors.contains(anchor.name) {
                _ = try self.place(of: anchor.schema, from: anchor.resource)
            }
        }
        for anchor in resources.dynamicAnchors {
            guard let number = anchors.firstIndex(of: anchor.name) else { continue }
            let place = try place(of: anchor.schema, from: anchor.resource)
            dynamicPlaces.append(
                (Int32(truncatingIfNeeded: anchor.resource), Int32(truncatingIfNeeded: number), place))
        }
    }

    /// The number of a dynamic anchor's name.
    mutating func number(ofAnchor name: [UInt8]) -> Int32 {
        if let known = anchors.firstIndex(of: name) { return Int32(truncatingIfNeeded: known) }
        anchors.append(name)
        return Int32(truncatingIfNeeded: anchors.count - 1)
    }

    /// Compiles the keywords of a schema.
    private mutating func compile(_ place: Int32) throws(FormError) {
        let source = parts.sources[Int(place)]
        var code = parts.codes[Int(place)]
        let dialect = resources.dialect(of: Int(code.resource))
        var schema = SchemaKeywords(source, dialect: dialect)
        if dialect.draft == .draft7, schema[.ref] != nil { schema.keepOnly(.ref) }
        var steps = SchemaSteps()
        try assertions(schema, &code, &steps)
        try references(schema, code, &steps)
        try applicators(schema, code, &steps)
        try members(schema, code, &steps)
        try elements(schema, code, &steps)
        try rest(schema, &code, &steps)
        steps.append(to: &parts, &code)
        parts.codes[Int(place)] = code
    }

    /// Compiles the keywords that look at what the others have left.
    private mutating func rest(
        _ schema: SchemaKeywords, _ code: inout SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        for keyword in [SchemaKeyword.unevaluatedProperties, .unevaluatedItems] {
            guard let value = schema[keyword] else { continue }
            let inner = try place(of: value, from: Int(code.resource))
            code.isUnevaluating = true
            let operation: SchemaOperation =
                keyword == .unevaluatedItems ? .unevaluatedItems : .unevaluatedProperties
            steps.last.append(SchemaStep(operation: operation, keyword: keyword, first: inner))
        }
    }
}
