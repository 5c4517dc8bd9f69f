/// Turns a document into the schemas of a program, each compiled once, however often it is referred to.
struct SchemaCompiler {
    /// The most schemas of a program.
    private static let most = 100_000

    /// The schemas so far; those still waiting have no keywords yet.
    private(set) var nodes: [SchemaNode] = []
    /// What has which address.
    var resources: SchemaResources
    /// Whether some schema asks which members others have looked at.
    private(set) var usesMarks = false
    /// Where each value of the document went.
    private var places: [Int: Int] = [:]
    /// The schemas whose keywords are still to be compiled.
    private var waiting: [Int] = []
    /// How many more steps the document's regular expressions may have together.
    var patternRoom = 500_000
    /// Whether formats are asserted.
    private let assertsFormat: Bool

    /// Prepares to compile a document.
    init(_ document: JSONDocument, assertsFormat: Bool) throws(FormError) {
        resources = try SchemaResources(document)
        self.assertsFormat = assertsFormat
    }

    /// The place of a schema, which is compiled later if it was not yet.
    mutating func place(
        of schema: JSONValue, from resource: Int = 0
    ) throws(FormError) -> Int {
        if let place = places[schema.index] { return place }
        guard schema.kind == .object || schema.kind == .boolean, nodes.count < Self.most else { throw .notAForm }
        let place = nodes.count
        places[schema.index] = place
        nodes.append(
            SchemaNode(
                source: schema,
                resource: resources.owner(of: schema, from: resource), verdict: schema.boolean))
        waiting.append(place)
        return place
    }

    /// Compiles all that waits, and all that it refers to.
    mutating func finish() throws(FormError) {
        for anchor in resources.dynamicAnchors { _ = try place(of: anchor.schema, from: anchor.resource) }
        while let place = waiting.popLast() {
            guard nodes[place].verdict == nil else { continue }
            nodes[place].keywords = try keywords(of: nodes[place])
        }
        var dynamic: [(resource: Int, name: [UInt8], place: Int)] = []
        for anchor in resources.dynamicAnchors {
            dynamic.append((anchor.resource, anchor.name, try place(of: anchor.schema, from: anchor.resource)))
        }
        resources.compiled(dynamic)
    }

    /// Compiles the keywords of a schema.
    private mutating func keywords(
        of node: SchemaNode
    ) throws(FormError) -> [(name: StaticString, keyword: SchemaKeyword)] {
        var first: [(name: StaticString, keyword: SchemaKeyword)] = []
        var last: [(name: StaticString, keyword: SchemaKeyword)] = []
        for name in SchemaCompiler.simple {
            guard let value = node.source[name] else { continue }
            if let keyword = try assertion(name, value) { first.append((name, keyword)) }
        }
        try applicators(of: node, &first)
        for name in SchemaCompiler.unevaluated {
            guard let value = node.source[name] else { continue }
            let inner = try place(of: value, from: node.resource)
            usesMarks = true
            last.append((name, name.isProperties ? .unevaluatedProperties(inner) : .unevaluatedItems(inner)))
        }
        return first + last
    }

    /// Whether formats make answers wrong.
    var format: Bool { assertsFormat }
}
