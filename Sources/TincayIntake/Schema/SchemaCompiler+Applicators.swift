extension SchemaCompiler {
    /// The keywords that look at what the others have left.
    static let unevaluated: [StaticString] = ["unevaluatedProperties", "unevaluatedItems"]

    /// Compiles the keywords of a schema that hold other schemas.
    mutating func applicators(
        of node: SchemaNode, _ keywords: inout [(name: StaticString, keyword: SchemaKeyword)]
    ) throws(FormError) {
        let source = node.source
        try references(of: node, &keywords)
        try objects(of: node, &keywords)
        try arrays(of: node, &keywords)
        if let all = try list(source["allOf"], node) { keywords.append(("allOf", .allOf(all))) }
        for name in ["anyOf", "oneOf"] as [StaticString] {
            guard let value = source[name], let inner = try list(value, node) else { continue }
            if let constants = constants(value) {
                keywords.append((name, .enumeration(constants, .enum, name)))
            } else {
                keywords.append((name, name.isSame(as: "anyOf") ? .anyOf(inner) : .oneOf(inner)))
            }
        }
        if let value = source["not"] { keywords.append(("not", .not(try place(of: value, from: node.resource)))) }
        let then = try source["then"].map { (value) throws(FormError) in try place(of: value, from: node.resource) }
        let otherwise = try source["else"].map { (value) throws(FormError) in
            try place(of: value, from: node.resource)
        }
        if let value = source["if"] {
            let condition = try place(of: value, from: node.resource)
            keywords.append(("if", .condition(condition, then: then, otherwise: otherwise)))
        }
    }

    /// Compiles `$ref` and `$dynamicRef`.
    private mutating func references(
        of node: SchemaNode, _ keywords: inout [(name: StaticString, keyword: SchemaKeyword)]
    ) throws(FormError) {
        for name in ["$ref", "$dynamicRef"] as [StaticString] {
            guard let value = node.source[name] else { continue }
            guard let text = value.text, let target = resources.resolve(text, from: node.resource) else {
                throw .notAForm
            }
            if let trail = target.trail { try resources.adopt(target.schema, trail, into: target.resource) }
            let inner = try place(of: target.schema, from: target.resource)
            if name.isSame(as: "$dynamicRef"), let anchor = target.anchor {
                keywords.append((name, .dynamicReference(anchor, inner)))
            } else {
                keywords.append((name, .reference(inner)))
            }
        }
    }

    /// Compiles the keywords for the members of objects.
    private mutating func objects(
        of node: SchemaNode, _ keywords: inout [(name: StaticString, keyword: SchemaKeyword)]
    ) throws(FormError) {
        var named: [[UInt8]: Int] = [:]
        var matching: [(pattern: Pattern, schema: Int)] = []
        if let value = node.source["properties"] {
            for member in try map(value, node) { named[member.name] = member.schema }
            keywords.append(("properties", .properties(named)))
        }
        if let value = node.source["patternProperties"] {
            for member in try map(value, node) { matching.append((try pattern(member.name), member.schema)) }
            keywords.append(("patternProperties", .patternProperties(matching)))
        }
        if let value = node.source["additionalProperties"] {
            let inner = try place(of: value, from: node.resource)
            keywords.append(
                ("additionalProperties", .additionalProperties(inner, named: named, matching: matching)))
        }
        if let value = node.source["propertyNames"] {
            keywords.append(("propertyNames", .propertyNames(try place(of: value, from: node.resource))))
        }
        if let value = node.source["dependentSchemas"] {
            keywords.append(("dependentSchemas", .dependentSchemas(try map(value, node))))
        }
    }

    /// Compiles the keywords for the elements of arrays.
    private mutating func arrays(
        of node: SchemaNode, _ keywords: inout [(name: StaticString, keyword: SchemaKeyword)]
    ) throws(FormError) {
        let prefix = try list(node.source["prefixItems"], node)
        if let prefix { keywords.append(("prefixItems", .prefixItems(prefix))) }
        if let value = node.source["items"] {
            let inner = try place(of: value, from: node.resource)
            keywords.append(("items", .items(inner, from: prefix?.count ?? 0)))
        }
        let least = try node.source["minContains"].map { (value) throws(FormError) in try count(value) }
        let most = try node.source["maxContains"].map { (value) throws(FormError) in try count(value) }
        if let value = node.source["contains"] {
            let inner = try place(of: value, from: node.resource)
            keywords.append(("contains", .contains(inner, least: least ?? 1, most: most ?? Int.max)))
        }
    }

    /// A list of schemas, which must not be empty.
    private mutating func list(_ value: JSONValue?, _ node: SchemaNode) throws(FormError) -> [Int]? {
        guard let value else { return nil }
        guard value.kind == .array, value.count > 0 else { throw .notAForm }
        var places: [Int] = []
        for element in value.elements { places.append(try place(of: element, from: node.resource)) }
        return places
    }

    /// Schemas by name.
    private mutating func map(
        _ value: JSONValue, _ node: SchemaNode
    ) throws(FormError) -> [(name: [UInt8], schema: Int)] {
        guard value.kind == .object else { throw .notAForm }
        var places: [(name: [UInt8], schema: Int)] = []
        for member in value.members {
            places.append((member.name.text ?? [], try place(of: member.value, from: node.resource)))
        }
        return places
    }

    /// The values of a list of which every schema asks for one value and nothing else; nil for any other list.
    private func constants(_ value: JSONValue) -> ValueSet? {
        var constants: [JSONValue] = []
        for element in value.elements {
            guard let constant = element["const"] else { return nil }
            for member in element.members {
                let describes =
                    member.name.isText("const") || member.name.isText("title") || member.name.isText("description")
                    || member.name.isText("$comment") || member.name.isText("deprecated")
                    || (member.name.text ?? []).starts(with: "x-".utf8)
                guard describes else { return nil }
            }
            constants.append(constant)
        }
        let set = ValueSet(constants)
        // A value that stands in a `oneOf` twice never matches it.
        return set.count == constants.count ? set : nil
    }
}

extension StaticString {
    /// Whether this is the one of the two `unevaluated…` keywords that is about members.
    var isProperties: Bool { isSame(as: "unevaluatedProperties") }
}
