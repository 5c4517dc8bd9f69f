/// The metaschemas of 2020-12 and draft-07, for schemas that refer to them: what the two specifications ask of a schema.
///
/// Sources: JSON Schema Core and Validation 2020-12, sections 4 to 11 and 6 to 9; draft-07 (handrews-json-schema-01).
enum Metaschemas {
    /// The metaschema at an address; nil when there is none.
    static func document(at address: [UInt8]) -> JSONDocument? {
        for (known, text) in texts where address.elementsEqual(known.bytes) {
            return try? JSONDocument(parsing: text.bytes, limits: .form)
        }
        return nil
    }

    /// Each address and its document.
    private static let texts: [(StaticString, StaticString)] = [
        ("https://json-schema.org/draft/2020-12/schema", draft2020),
        ("https://json-schema.org/draft/2020-12/meta/core", core),
        ("https://json-schema.org/draft/2020-12/meta/applicator", applicator),
        ("https://json-schema.org/draft/2020-12/meta/unevaluated", unevaluated),
        ("https://json-schema.org/draft/2020-12/meta/validation", validation),
        ("https://json-schema.org/draft/2020-12/meta/meta-data", metadata),
        ("https://json-schema.org/draft/2020-12/meta/format-annotation", format),
        ("https://json-schema.org/draft/2020-12/meta/content", content),
        ("http://json-schema.org/draft-07/schema", draft7),
    ]

    /// 2020-12, put together from its vocabularies.
    private static let draft2020: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/schema","$dynamicAnchor":"meta",
        "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,
        "https://json-schema.org/draft/2020-12/vocab/applicator":true,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated":true,
        "https://json-schema.org/draft/2020-12/vocab/validation":true,
        "https://json-schema.org/draft/2020-12/vocab/meta-data":true,
        "https://json-schema.org/draft/2020-12/vocab/format-annotation":true,
        "https://json-schema.org/draft/2020-12/vocab/content":true},
        "type":["object","boolean"],
        "allOf":[{"$ref":"meta/core"},{"$ref":"meta/applicator"},{"$ref":"meta/unevaluated"},
        {"$ref":"meta/validation"},{"$ref":"meta/meta-data"},{"$ref":"meta/format-annotation"},
        {"$ref":"meta/content"}],
        "properties":{
        "definitions":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}},
        "dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$dynamicRef":"#meta"},
        {"$ref":"meta/validation#/$defs/names"}]}},
        "$recursiveAnchor":{"$ref":"meta/core#/$defs/name"},
        "$recursiveRef":{"$ref":"meta/core#/$defs/reference"}}}
        """##

    /// Names and references.
    private static let core: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/core","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{
        "$id":{"$ref":"#/$defs/reference","pattern":"^[^#]*#?$"},
        "$schema":{"$ref":"#/$defs/address"},
        "$ref":{"$ref":"#/$defs/reference"},"$dynamicRef":{"$ref":"#/$defs/reference"},
        "$anchor":{"$ref":"#/$defs/name"},"$dynamicAnchor":{"$ref":"#/$defs/name"},
        "$vocabulary":{"type":"object","propertyNames":{"$ref":"#/$defs/address"},
        "additionalProperties":{"type":"boolean"}},
        "$comment":{"type":"string"},
        "$defs":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}}},
        "$defs":{"name":{"type":"string","pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"},
        "address":{"type":"string","format":"uri"},
        "reference":{"type":"string","format":"uri-reference"}}}
        """##

    /// Keywords that apply other schemas.
    private static let applicator: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/applicator","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{
        "prefixItems":{"$ref":"#/$defs/list"},"items":{"$dynamicRef":"#meta"},"contains":{"$dynamicRef":"#meta"},
        "additionalProperties":{"$dynamicRef":"#meta"},"properties":{"$ref":"#/$defs/map"},
        "patternProperties":{"$ref":"#/$defs/map","propertyNames":{"format":"regex"}},
        "dependentSchemas":{"$ref":"#/$defs/map"},"propertyNames":{"$dynamicRef":"#meta"},
        "if":{"$dynamicRef":"#meta"},"then":{"$dynamicRef":"#meta"},"else":{"$dynamicRef":"#meta"},
        "allOf":{"$ref":"#/$defs/list"},"anyOf":{"$ref":"#/$defs/list"},"oneOf":{"$ref":"#/$defs/list"},
        "not":{"$dynamicRef":"#meta"}},
        "$defs":{"list":{"type":"array","minItems":1,"items":{"$dynamicRef":"#meta"}},
        "map":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}}}}
        """##

    /// Keywords for what the others have not looked at.
    private static let unevaluated: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/unevaluated","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{"unevaluatedItems":{"$dynamicRef":"#meta"},"unevaluatedProperties":{"$dynamicRef":"#meta"}}}
        """##

    /// Keywords that look at a value alone.
    private static let validation: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/validation","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{
        "type":{"anyOf":[{"$ref":"#/$defs/kind"},
        {"type":"array","items":{"$ref":"#/$defs/kind"},"minItems":1,"uniqueItems":true}]},
        "const":true,"enum":{"type":"array"},
        "multipleOf":{"type":"number","exclusiveMinimum":0},
        "maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},
        "minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},
        "maxLength":{"$ref":"#/$defs/count"},"minLength":{"$ref":"#/$defs/count"},
        "pattern":{"type":"string","format":"regex"},
        "maxItems":{"$ref":"#/$defs/count"},"minItems":{"$ref":"#/$defs/count"},"uniqueItems":{"type":"boolean"},
        "maxContains":{"$ref":"#/$defs/count"},"minContains":{"$ref":"#/$defs/count"},
        "maxProperties":{"$ref":"#/$defs/count"},"minProperties":{"$ref":"#/$defs/count"},
        "required":{"$ref":"#/$defs/names"},
        "dependentRequired":{"type":"object","additionalProperties":{"$ref":"#/$defs/names"}}},
        "$defs":{"count":{"type":"integer","minimum":0},
        "kind":{"enum":["array","boolean","integer","null","number","object","string"]},
        "names":{"type":"array","items":{"type":"string"},"uniqueItems":true}}}
        """##

    /// Keywords that describe.
    private static let metadata: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/meta-data","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{"title":{"type":"string"},"description":{"type":"string"},"default":true,
        "deprecated":{"type":"boolean"},"readOnly":{"type":"boolean"},"writeOnly":{"type":"boolean"},
        "examples":{"type":"array","items":true}}}
        """##

    /// The keyword for formats.
    private static let format: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/format-annotation","$dynamicAnchor":"meta",
        "type":["object","boolean"],"properties":{"format":{"type":"string"}}}
        """##

    /// Keywords for documents inside strings.
    private static let content: StaticString = ##"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema",
        "$id":"https://json-schema.org/draft/2020-12/meta/content","$dynamicAnchor":"meta",
        "type":["object","boolean"],
        "properties":{"contentEncoding":{"type":"string"},"contentMediaType":{"type":"string"},
        "contentSchema":{"$dynamicRef":"#meta"}}}
        """##

    /// Draft-07, in one piece.
    private static let draft7: StaticString = ##"""
        {"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#",
        "type":["object","boolean"],
        "definitions":{"list":{"type":"array","minItems":1,"items":{"$ref":"#"}},
        "map":{"type":"object","additionalProperties":{"$ref":"#"}},
        "count":{"type":"integer","minimum":0},
        "nonNegativeInteger":{"type":"integer","minimum":0},
        "kind":{"enum":["array","boolean","integer","null","number","object","string"]},
        "names":{"type":"array","items":{"type":"string"},"uniqueItems":true}},
        "properties":{
        "$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string","format":"uri"},
        "$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},
        "title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean"},
        "writeOnly":{"type":"boolean"},"examples":{"type":"array","items":true},
        "multipleOf":{"type":"number","exclusiveMinimum":0},
        "maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},
        "minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},
        "maxLength":{"$ref":"#/definitions/count"},"minLength":{"$ref":"#/definitions/count"},
        "pattern":{"type":"string","format":"regex"},
        "additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/list"}]},
        "maxItems":{"$ref":"#/definitions/count"},"minItems":{"$ref":"#/definitions/count"},
        "uniqueItems":{"type":"boolean"},"contains":{"$ref":"#"},
        "maxProperties":{"$ref":"#/definitions/count"},"minProperties":{"$ref":"#/definitions/count"},
        "required":{"$ref":"#/definitions/names"},"additionalProperties":{"$ref":"#"},
        "definitions":{"$ref":"#/definitions/map"},"properties":{"$ref":"#/definitions/map"},
        "patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"}},
        "dependencies":{"type":"object",
        "additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/names"}]}},
        "propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true},
        "type":{"anyOf":[{"$ref":"#/definitions/kind"},
        {"type":"array","items":{"$ref":"#/definitions/kind"},"minItems":1,"uniqueItems":true}]},
        "format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},
        "if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},
        "allOf":{"$ref":"#/definitions/list"},"anyOf":{"$ref":"#/definitions/list"},
        "oneOf":{"$ref":"#/definitions/list"},"not":{"$ref":"#"}}}
        """##
}
