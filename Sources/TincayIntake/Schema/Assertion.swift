/// The keywords of JSON Schema that look at a value alone.
enum Assertion: CaseIterable {
    case type, `enum`, const, multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern, format, maxItems, minItems, uniqueItems, maxProperties, minProperties, required,
        dependentRequired

    /// The keyword of a name; nil when it is none of these.
    init?(_ name: StaticString) {
        guard let keyword = Self.allCases.first(where: { $0.name.isSame(as: name) }) else { return nil }
        self = keyword
    }

    /// The keyword as schemas write it.
    var name: StaticString {
        switch self {
        case .type: "type"
        case .enum: "enum"
        case .const: "const"
        case .multipleOf: "multipleOf"
        case .maximum: "maximum"
        case .exclusiveMaximum: "exclusiveMaximum"
        case .minimum: "minimum"
        case .exclusiveMinimum: "exclusiveMinimum"
        case .maxLength: "maxLength"
        case .minLength: "minLength"
        case .pattern: "pattern"
        case .format: "format"
        case .maxItems: "maxItems"
        case .minItems: "minItems"
        case .uniqueItems: "uniqueItems"
        case .maxProperties: "maxProperties"
        case .minProperties: "minProperties"
        case .required: "required"
        case .dependentRequired: "dependentRequired"
        }
    }
}
