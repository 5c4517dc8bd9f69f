extension SchemaCompiler {
    /// Compiles `$ref` and its relatives.
    @_optimize(size) mutating func references(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        for keyword in [SchemaKeyword.ref, .dynamicRef, .recursiveRef] {
            guard let value = schema[keyword] else { continue }
            guard let text = value.text else { throw .refused(.schema, at: value) }
            guard let target = resources.resolve(text, from: Int(code.resource)) else {
                throw .refused(.reference, at: value)
            }
            if target.isStray { try resources.adopt(target) }
            let inner = try place(of: target.schema, from: target.resource)
            if keyword == .dynamicRef, let anchor = target.anchor {
                let number = number(ofAnchor: anchor)
                steps.any.append(
                    SchemaStep(operation: .dynamicReference, keyword: keyword, first: inner, second: number))
            } else {
                steps.any.append(SchemaStep(operation: .reference, keyword: keyword, first: inner))
            }
        }
    }

    /// Compiles the keywords that ask other schemas about the same value.
    @_optimize(size) mutating func applicators(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        let combinations: [(SchemaKeyword, SchemaOperation)] = [(.allOf, .allOf), (.anyOf, .anyOf), (.oneOf, .oneOf)]
        for (keyword, operation) in combinations {
            guard let value = schema[keyword] else { continue }
            if keyword != .allOf, let constants = constants(value, isExclusive: keyword == .oneOf) {
                try list(constants.count, at: value)
                let table = parts.keep(values: constants)
                steps.any.append(SchemaStep(operation: .enumeration, keyword: keyword, first: table))
                continue
            }
            let places = try list(value, code)
            let first = parts.keep(places)
            steps.any.append(
                SchemaStep(
                    operation: operation, keyword: keyword, first: first,
                    second: Int32(truncatingIfNeeded: places.count)))
        }
        if let value = schema[.not] {
            let inner = try place(of: value, from: Int(code.resource))
            steps.any.append(SchemaStep(operation: .not, keyword: .not, first: inner))
        }
        // Without `if` the two others ask nothing, but they have to be schemas.
        let then = try optional(schema[.then], code)
        let otherwise = try optional(schema[.else], code)
        guard let value = schema[.if] else { return }
        let condition = try place(of: value, from: Int(code.resource))
        steps.any.append(
            SchemaStep(operation: .condition, keyword: .if, first: condition, second: then, third: otherwise))
    }

    /// Compiles the keywords for the elements of arrays.
    @_optimize(size) mutating func elements(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        var prefix = try schema[.prefixItems].map { (value) throws(FormError) in try list(value, code) } ?? []
        var keyword = SchemaKeyword.items
        var rest: Int32 = -1
        let isLater = resources.dialect(of: Int(code.resource)).draft == .draft2020
        if let value = schema[.items] {
            if value.kind == .array, !isLater {
                for element in value.elements { prefix.append(try place(of: element, from: Int(code.resource))) }
                rest = try optional(schema[.additionalItems], code)
                keyword = .additionalItems
            } else {
                rest = try place(of: value, from: Int(code.resource))
            }
        }
        if !prefix.isEmpty || rest >= 0 {
            let first = parts.keep(prefix)
            steps.array.append(
                SchemaStep(
                    operation: .elements, keyword: keyword, first: first,
                    second: Int32(truncatingIfNeeded: prefix.count), third: rest))
        }
        let least = try schema[.minContains].map { (value) throws(FormError) in try count(value) }
        let most = try schema[.maxContains].map { (value) throws(FormError) in try count(value) }
        guard let value = schema[.contains] else { return }
        let inner = try place(of: value, from: Int(code.resource))
        steps.array.append(
            SchemaStep(
                operation: .contains, keyword: least == nil ? .contains : .minContains, first: inner,
                second: least ?? 1, third: most ?? Int32.max))
    }

    /// The place of a schema that need not be there; below zero when it is not.
    private mutating func optional(_ value: JSONValue?, _ code: SchemaCode) throws(FormError) -> Int32 {
        guard let value else { return -1 }
        return try place(of: value, from: Int(code.resource))
    }

    /// A list of schemas, which must not be empty.
    private mutating func list(_ value: JSONValue, _ code: SchemaCode) throws(FormError) -> [Int32] {
        guard value.kind == .array, value.count > 0 else { throw .refused(.schema, at: value) }
        var places: [Int32] = []
        for element in value.elements { places.append(try place(of: element, from: Int(code.resource))) }
        return places
    }

    /// The values of a list of which every schema asks for one value and nothing else; nil for any other list.
    private func constants(_ value: JSONValue, isExclusive: Bool) -> [JSONValue]? {
        guard value.kind == .array, value.count > 0 else { return nil }
        var constants: [JSONValue] = []
        for element in value.elements {
            guard let constant = element["const"] else { return nil }
            for member in element.members where !member.name.isText("const") {
                guard Self.describes(member.name) else { return nil }
            }
            constants.append(constant)
        }
        // A value that stands in a `oneOf` twice never matches it.
        guard isExclusive else { return constants }
        return ValueSet(constants).count == constants.count ? constants : nil
    }

    /// Whether a member of a schema only describes.
    private static func describes(_ name: JSONValue) -> Bool {
        for known in ["title", "description", "$comment", "deprecated"] as [StaticString] where name.isText(known) {
            return true
        }
        return (name.text ?? []).starts(with: "x-".utf8)
    }
}
