/// Turns a document into the schemas of a program, each compiled once, however often it is referred to.
struct SchemaCompiler {
    /// The most schemas of a program.
    private static let most = 25_000
    /// The most names and values in the lists of a program.
    static let mostListed = 60_000

    /// What the program is made of so far.
    var parts = SchemaParts()
    /// What has which address.
    var resources: SchemaResources
    /// How many more steps the document's regular expressions may have together.
    var patternRoom = 100_000
    /// How many names and values the lists have so far.
    var listed = 0
    /// What was chosen.
    let options: SchemaOptions
    /// Where each schema of the documents went.
    private var places: [UInt64: Int32] = [:]
    /// The schemas whose keywords are still to be compiled.
    private var waiting: [Int32] = []
    /// The number of each dynamic anchor's name.
    private var anchors: [[UInt8]: Int32] = [:]
    /// The names of dynamic anchors that were not looked for yet.
    private var newAnchors: [[UInt8]] = []
    /// The schemas that dynamic anchors name in each resource.
    private(set) var dynamicPlaces: [UInt64: Int32] = [:]
    /// The number of each regular expression, which is compiled once.
    var patternNumbers: [[UInt8]: Int32] = [:]

    /// Prepares to compile a document whose names have been found.
    init(_ resources: SchemaResources, options: SchemaOptions) {
        self.resources = resources
        self.options = options
    }

    /// The place of a schema, which is compiled later if it was not yet.
    @_optimize(size) mutating func place(of schema: JSONValue, from resource: Int = 0) throws(FormError) -> Int32 {
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
    ///
    /// A dynamic reference can lead to every schema that has its name, also to one that nothing else reaches.
    @_optimize(size) mutating func finish() throws(FormError) {
        var known = -1
        var named: [[UInt8]: Int] = [:]
        var lists: [[(resource: Int, schema: JSONValue)]] = []
        while true {
            while let place = waiting.popLast() {
                if parts.codes[Int(place)].verdict == nil { try compile(place) }
            }
            if known != resources.count {
                known = resources.count
                named = [:]
                lists = []
                for anchor in resources.dynamicAnchors {
                    let place = named[anchor.name] ?? lists.count
                    if place == lists.count { lists.append([]) }
                    named[anchor.name] = place
                    lists[place].append((anchor.resource, anchor.schema))
                }
                newAnchors = Array(anchors.keys)
            }
            guard let name = newAnchors.popLast() else { return }
            guard let number = anchors[name] else { continue }
            for anchor in named[name].map({ lists[$0] }) ?? [] {
                let key = DynamicAnchor(resource: Int32(truncatingIfNeeded: anchor.resource), name: number)
                dynamicPlaces[key.number] = try place(of: anchor.schema, from: anchor.resource)
            }
        }
    }

    /// The number of a dynamic anchor's name.
    mutating func number(ofAnchor name: [UInt8]) -> Int32 {
        if let known = anchors[name] { return known }
        let number = Int32(truncatingIfNeeded: anchors.count)
        anchors[name] = number
        newAnchors.append(name)
        return number
    }

    /// Compiles the keywords of a schema.
    @_optimize(size) private mutating func compile(_ place: Int32) throws(FormError) {
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
