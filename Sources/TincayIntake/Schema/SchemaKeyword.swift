/// The keywords of JSON Schema that the engine knows, of every dialect that it speaks.
enum SchemaKeyword: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    case schema, id, ref, dynamicRef, recursiveRef, anchor, dynamicAnchor, defs, definitions
    case type, `enum`, const
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern, format, contentEncoding, contentMediaType, contentSchema
    case maxItems, minItems, uniqueItems, maxContains, minContains
    case maxProperties, minProperties, required, dependentRequired
    case allOf, anyOf, oneOf, not, `if`, then, `else`
    case properties, patternProperties, additionalProperties, propertyNames, dependentSchemas, dependencies
    case prefixItems, items, additionalItems, contains
    case unevaluatedProperties, unevaluatedItems

    /// What a keyword holds of other schemas.
    enum Holding {
        case nothing, schema, list, map, schemaOrList, dependencies
    }

    /// The keyword of a member's name; nil when it is none.
    init?(_ name: JSONValue) {
        let length = name.source.count - 2
        guard !name.node.flag else {
            guard let keyword = Self.allCases.first(where: { name.isText($0.name) }) else { return nil }
            self = keyword
            return
        }
        guard length < Self.byLength.count else { return nil }
        guard let keyword = Self.byLength[length].first(where: { name.isText($0.name) }) else { return nil }
        self = keyword
    }

    /// The keywords whose names are so long: most members of a form are no keywords, and that is seen at once.
    private static let byLength: [[SchemaKeyword]] = (0..<24).map { length in
        allCases.filter { $0.name.utf8CodeUnitCount == length }
    }

    /// What the keyword holds.
    var holding: Holding {
        switch self {
        case .contentSchema, .not, .if, .then, .else, .additionalProperties, .propertyNames, .additionalItems,
            .contains,
            .unevaluatedProperties, .unevaluatedItems:
            .schema
        case .allOf, .anyOf, .oneOf, .prefixItems: .list
        case .defs, .definitions, .properties, .patternProperties, .dependentSchemas: .map
        case .items: .schemaOrList
        case .dependencies: .dependencies
        default: .nothing
        }
    }

    /// The keyword as schemas write it.
    var name: StaticString {
        switch self {
        case .schema: "$schema"
        case .id: "$id"
        case .ref: "$ref"
        case .dynamicRef: "$dynamicRef"
        case .recursiveRef: "$recursiveRef"
        case .anchor: "$anchor"
        case .dynamicAnchor: "$dynamicAnchor"
        case .defs: "$defs"
        case .definitions: "definitions"
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
        case .contentEncoding: "contentEncoding"
        case .contentMediaType: "contentMediaType"
        case .contentSchema: "contentSchema"
        case .maxItems: "maxItems"
        case .minItems: "minItems"
        case .uniqueItems: "uniqueItems"
        case .maxContains: "maxContains"
        case .minContains: "minContains"
        case .maxProperties: "maxProperties"
        case .minProperties: "minProperties"
        case .required: "required"
        case .dependentRequired: "dependentRequired"
        case .allOf: "allOf"
        case .anyOf: "anyOf"
        case .oneOf: "oneOf"
        case .not: "not"
        case .if: "if"
        case .then: "then"
        case .else: "else"
        case .properties: "properties"
        case .patternProperties: "patternProperties"
        case .additionalProperties: "additionalProperties"
        case .propertyNames: "propertyNames"
        case .dependentSchemas: "dependentSchemas"
        case .dependencies: "dependencies"
        case .prefixItems: "prefixItems"
        case .items: "items"
        case .additionalItems: "additionalItems"
        case .contains: "contains"
        case .unevaluatedProperties: "unevaluatedProperties"
        case .unevaluatedItems: "unevaluatedItems"
        }
    }
}
