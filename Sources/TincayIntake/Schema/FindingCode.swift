/// What is wrong with an answer: the keyword that it does not satisfy, by a name that never changes.
public enum FindingCode: UInt8, Sendable, CaseIterable {
    case never, type, `enum`, const, multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern, format
    case maxItems, minItems, uniqueItems, contains, minContains, maxContains
    case maxProperties, minProperties, required, dependentRequired, propertyNames
    case anyOf, oneOf, not
    /// A member or an element that the form does not have, or not with these answers.
    case unknown
    /// An answer to a question that the form has, but does not ask with these answers or in this profile.
    case irrelevant
    /// A string with characters that do not belong into text.
    case text
    /// A code that is no administrative unit's, or one of another province.
    case unit
    /// Two answers that do not fit together.
    case compare
    /// A form that goes around in circles, or too deep, on these answers.
    case depth
    /// There are more findings than are told.
    case tooMany
    /// Judging these answers takes more work than is done for one report.
    case limit

    /// The code in JSON.
    public var name: StaticString {
        switch self {
        case .never: "never"
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
        case .contains: "contains"
        case .minContains: "minContains"
        case .maxContains: "maxContains"
        case .maxProperties: "maxProperties"
        case .minProperties: "minProperties"
        case .required: "required"
        case .dependentRequired: "dependentRequired"
        case .propertyNames: "propertyNames"
        case .anyOf: "anyOf"
        case .oneOf: "oneOf"
        case .not: "not"
        case .unknown: "unknown"
        case .irrelevant: "irrelevant"
        case .text: "text"
        case .unit: "unit"
        case .compare: "compare"
        case .depth: "depth"
        case .tooMany: "tooMany"
        case .limit: "limit"
        }
    }
}
