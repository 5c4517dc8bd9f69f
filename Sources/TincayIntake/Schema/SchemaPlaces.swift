/// Which keywords of JSON Schema 2020-12 hold schemas, and how.
enum SchemaPlaces {
    /// How a keyword holds schemas.
    enum Kind {
        case schema, list, map, none
    }

    /// What the keyword of a name holds.
    static func kind(of name: JSONValue) -> Kind {
        for single in singles where name.isText(single) { return .schema }
        for list in lists where name.isText(list) { return .list }
        for map in maps where name.isText(map) { return .map }
        return .none
    }

    /// Keywords whose value is a schema.
    private static let singles: [StaticString] = [
        "items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else",
        "unevaluatedProperties", "unevaluatedItems", "contentSchema",
    ]
    /// Keywords whose value is a list of schemas.
    private static let lists: [StaticString] = ["allOf", "anyOf", "oneOf", "prefixItems"]
    /// Keywords whose value names schemas.
    private static let maps: [StaticString] = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas",
    ]
}
