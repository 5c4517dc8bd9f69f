/// One keyword of a schema, compiled; numbers are the places of other schemas in the program.
enum SchemaKeyword: Sendable {
    case type(TypeSet)
    case enumeration(ValueSet, FindingCode, StaticString)
    case multipleOf(DecimalDivisor)
    case maximum(JSONDecimal), exclusiveMaximum(JSONDecimal), minimum(JSONDecimal), exclusiveMinimum(JSONDecimal)
    case maxLength(Int), minLength(Int), pattern(Pattern), format(Format)
    case prefixItems([Int]), items(Int, from: Int), contains(Int, least: Int, most: Int)
    case maxItems(Int), minItems(Int), uniqueItems
    case properties([[UInt8]: Int]), patternProperties([(pattern: Pattern, schema: Int)])
    case additionalProperties(Int, named: [[UInt8]: Int], matching: [(pattern: Pattern, schema: Int)])
    case propertyNames(Int), required([[UInt8]]), dependentRequired([(name: [UInt8], required: [[UInt8]])])
    case dependentSchemas([(name: [UInt8], schema: Int)])
    case maxProperties(Int), minProperties(Int)
    case reference(Int), dynamicReference([UInt8], Int)
    case allOf([Int]), anyOf([Int]), oneOf([Int]), not(Int)
    case condition(Int, then: Int?, otherwise: Int?)
    case unevaluatedProperties(Int), unevaluatedItems(Int)
}
