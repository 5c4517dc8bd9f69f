extension SchemaCompiler {
    /// Compiles the keywords that look at a value alone.
    @_optimize(size) mutating func assertions(
        _ schema: SchemaKeywords, _ code: inout SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        if let value = schema[.type] { code.types = try types(value) }
        if let value = schema[.enum] {
            guard value.kind == .array else { throw .refused(.schema, at: value) }
            try list(value.count, at: value)
            let table = parts.keep(values: value.elements.map { $0 })
            steps.any.append(SchemaStep(operation: .enumeration, keyword: .enum, first: table))
        }
        if let value = schema[.const] {
            let table = parts.keep(values: [value])
            steps.any.append(SchemaStep(operation: .enumeration, keyword: .const, first: table))
        }
        try numbers(schema, &steps)
        try strings(schema, code, &steps)
        try counts(schema, &steps)
    }

    /// Compiles the keywords for numbers.
    private mutating func numbers(_ schema: SchemaKeywords, _ steps: inout SchemaSteps) throws(FormError) {
        let comparisons: [(SchemaKeyword, SchemaOperation)] = [
            (.maximum, .maximum), (.exclusiveMaximum, .exclusiveMaximum), (.minimum, .minimum),
            (.exclusiveMinimum, .exclusiveMinimum),
        ]
        for (keyword, operation) in comparisons {
            guard let value = schema[keyword] else { continue }
            guard value.kind == .number else { throw .refused(.schema, at: value) }
            let number = Int32(truncatingIfNeeded: parts.limits.count)
            parts.limits.append(NumberLimit(value))
            steps.number.append(SchemaStep(operation: operation, keyword: keyword, first: number))
        }
        guard let value = schema[.multipleOf] else { return }
        guard value.kind == .number, let divisor = DecimalDivisor(JSONDecimal(value.slice)) else {
            throw .refused(.schema, at: value)
        }
        let number = Int32(truncatingIfNeeded: parts.divisors.count)
        parts.divisors.append(divisor)
        steps.number.append(SchemaStep(operation: .multipleOf, keyword: .multipleOf, first: number))
    }

    /// Compiles the keywords for strings.
    private mutating func strings(
        _ schema: SchemaKeywords, _ code: SchemaCode, _ steps: inout SchemaSteps
    ) throws(FormError) {
        if let value = schema[.pattern] {
            let number = try pattern(value)
            steps.string.append(SchemaStep(operation: .pattern, keyword: .pattern, first: number))
        }
        let dialect = resources.dialect(of: Int(code.resource))
        if let value = schema[.format] {
            guard value.kind == .string else { throw .refused(.schema, at: value) }
            if options.assertsFormat || dialect.vocabularies.contains(.formatAssertion), let format = Format(value) {
                let number = Int32(truncatingIfNeeded: parts.formats.count)
                parts.formats.append(format)
                steps.string.append(SchemaStep(operation: .format, keyword: .format, first: number))
            }
        }
        guard dialect.draft == .draft7 else { return }
        let encoding = schema[.contentEncoding]
        if let rule = ContentRule(encoding: encoding, mediaType: schema[.contentMediaType]) {
            let number = Int32(truncatingIfNeeded: parts.contents.count)
            parts.contents.append(rule)
            let keyword: SchemaKeyword = encoding == nil ? .contentMediaType : .contentEncoding
            steps.string.append(SchemaStep(operation: .content, keyword: keyword, first: number))
        }
    }

    /// Compiles the keywords that count.
    @_optimize(size) private mutating func counts(_ schema: SchemaKeywords, _ steps: inout SchemaSteps)
        throws(FormError)
    {
        if let value = schema[.maxLength] {
            steps.string.append(SchemaStep(operation: .maxLength, keyword: .maxLength, first: try count(value)))
        }
        if let value = schema[.minLength] {
            steps.string.append(SchemaStep(operation: .minLength, keyword: .minLength, first: try count(value)))
        }
        if let value = schema[.maxItems] {
            steps.array.append(SchemaStep(operation: .maxItems, keyword: .maxItems, first: try count(value)))
        }
        if let value = schema[.minItems] {
            steps.array.append(SchemaStep(operation: .minItems, keyword: .minItems, first: try count(value)))
        }
        if let value = schema[.maxProperties] {
            steps.object.append(SchemaStep(operation: .maxProperties, keyword: .maxProperties, first: try count(value)))
        }
        if let value = schema[.minProperties] {
            steps.object.append(SchemaStep(operation: .minProperties, keyword: .minProperties, first: try count(value)))
        }
        if let value = schema[.uniqueItems] {
            guard let wanted = value.boolean else { throw .refused(.schema, at: value) }
            if wanted { steps.array.append(SchemaStep(operation: .uniqueItems, keyword: .uniqueItems)) }
        }
    }

    /// Compiles a regular expression, and tells its number.
    @_optimize(size) mutating func pattern(_ value: JSONValue) throws(FormError) -> Int32 {
        guard let text = value.text else { throw .refused(.schema, at: value) }
        if let known = patternNumbers[text] { return known }
        do throws(PatternError) {
            parts.patterns.append(try Pattern(text, room: &patternRoom))
        } catch {
            switch error {
            case .syntax: throw .refused(.pattern, at: value)
            case .notLinear: throw .refused(.patternNotLinear, at: value)
            case .tooLarge: throw .refused(.tooLarge, at: value)
            }
        }
        let number = Int32(truncatingIfNeeded: parts.patterns.count - 1)
        patternNumbers[text] = number
        return number
    }

    /// A count of characters, elements or members; more than any text has is no limit, or one that nothing reaches.
    @_optimize(size) func count(_ value: JSONValue) throws(FormError) -> Int32 {
        guard value.kind == .number else { throw .refused(.schema, at: value) }
        let decimal = JSONDecimal(value.slice)
        guard !decimal.negative, decimal.exponent >= .zero else { throw .refused(.schema, at: value) }
        return value.integer.flatMap { Int32(exactly: $0) } ?? Int32.max
    }

    /// One type or a list of them.
    @_optimize(size) private func types(_ value: JSONValue) throws(FormError) -> TypeSet {
        if let type = TypeSet(value) { return type }
        guard value.kind == .array, value.count > 0 else { throw .refused(.schema, at: value) }
        var all = TypeSet(rawValue: 0)
        for element in value.elements {
            guard let type = TypeSet(element), !all.isSuperset(of: type) else { throw .refused(.schema, at: element) }
            all.formUnion(type)
        }
        return all
    }

    /// The numbers of a list of names, without those that stand there again.
    @_optimize(size) mutating func names(_ value: JSONValue) throws(FormError) -> [Int32] {
        guard value.kind == .array else { throw .refused(.schema, at: value) }
        try list(value.count, at: value)
        var names: [JSONValue] = []
        names.reserveCapacity(value.count)
        for element in value.elements {
            guard element.kind == .string else { throw .refused(.schema, at: element) }
            names.append(element)
        }
        return parts.numbers(ofNames: names)
    }

    /// Takes in names or values of a list, of which a program has only so many.
    mutating func list(_ count: Int, at place: JSONValue) throws(FormError) {
        listed += count
        guard listed <= Self.mostListed else { throw .refused(.tooLarge, at: place) }
    }
}
