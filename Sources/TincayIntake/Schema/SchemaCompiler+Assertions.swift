extension SchemaCompiler {
    /// The keywords that look at a value alone.
    static let simple: [StaticString] = Assertion.allCases.map { $0.name }

    /// Compiles a keyword that looks at a value alone; nil when it asks nothing.
    mutating func assertion(_ name: StaticString, _ value: JSONValue) throws(FormError) -> SchemaKeyword? {
        switch Assertion(name) {
        case .type: return .type(try types(value))
        case .enum:
            guard value.kind == .array else { throw .notAForm }
            return .enumeration(ValueSet(value.elements), .enum, "enum")
        case .const: return .enumeration(ValueSet([value]), .const, "const")
        case .multipleOf:
            guard value.kind == .number, let divisor = DecimalDivisor(JSONDecimal(value.slice)) else { throw .notAForm }
            return .multipleOf(divisor)
        case .maximum: return .maximum(try decimal(value))
        case .exclusiveMaximum: return .exclusiveMaximum(try decimal(value))
        case .minimum: return .minimum(try decimal(value))
        case .exclusiveMinimum: return .exclusiveMinimum(try decimal(value))
        case .maxLength: return .maxLength(try count(value))
        case .minLength: return .minLength(try count(value))
        case .maxItems: return .maxItems(try count(value))
        case .minItems: return .minItems(try count(value))
        case .maxProperties: return .maxProperties(try count(value))
        case .minProperties: return .minProperties(try count(value))
        case .pattern: return .pattern(try pattern(value.text))
        case .format:
            guard value.kind == .string else { throw .notAForm }
            return format ? Format(value).map { .format($0) } : nil
        case .uniqueItems:
            guard let wanted = value.boolean else { throw .notAForm }
            return wanted ? .uniqueItems : nil
        case .required: return .required(try names(value))
        case .dependentRequired:
            guard value.kind == .object else { throw .notAForm }
            var dependencies: [(name: [UInt8], required: [[UInt8]])] = []
            for member in value.members {
                dependencies.append((member.name.text ?? [], try names(member.value)))
            }
            return .dependentRequired(dependencies)
        case nil: return nil
        }
    }

    /// Compiles a regular expression.
    mutating func pattern(_ text: [UInt8]?) throws(FormError) -> Pattern {
        guard let text else { throw .notAForm }
        do throws(PatternError) {
            return try Pattern(text, room: &patternRoom)
        } catch {
            throw .notAForm
        }
    }

    /// A count of characters, elements or members.
    func count(_ value: JSONValue) throws(FormError) -> Int {
        guard value.kind == .number else { throw .notAForm }
        let decimal = JSONDecimal(value.slice)
        guard !decimal.negative, decimal.exponent >= .zero else { throw .notAForm }
        // More than can be counted is no limit, or one that nothing reaches.
        return value.integer.flatMap { Int(exactly: $0) } ?? Int.max
    }

    /// One type or a list of them.
    private func types(_ value: JSONValue) throws(FormError) -> TypeSet {
        if let type = TypeSet(value) { return type }
        guard value.kind == .array, value.count > 0 else { throw .notAForm }
        var all = TypeSet(rawValue: 0)
        for element in value.elements {
            guard let type = TypeSet(element), !all.isSuperset(of: type) else { throw .notAForm }
            all.formUnion(type)
        }
        return all
    }

    /// A number.
    private func decimal(_ value: JSONValue) throws(FormError) -> JSONDecimal {
        guard value.kind == .number else { throw .notAForm }
        return JSONDecimal(value.slice)
    }

    /// A list of names.
    private func names(_ value: JSONValue) throws(FormError) -> [[UInt8]] {
        guard value.kind == .array else { throw .notAForm }
        var names: [[UInt8]] = []
        for element in value.elements {
            guard let name = element.text else { throw .notAForm }
            names.append(name)
        }
        return names
    }
}
