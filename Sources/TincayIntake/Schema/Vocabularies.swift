/// The vocabularies of JSON Schema that change a verdict.
struct Vocabularies: OptionSet, Sendable {
    let rawValue: UInt8

    /// Names and references, which no metaschema can leave out.
    static let core: Vocabularies = []
    /// Keywords that apply other schemas.
    static let applicator = Vocabularies(rawValue: 1)
    /// Keywords for what the others have not looked at.
    static let unevaluated = Vocabularies(rawValue: 2)
    /// Keywords that look at a value alone.
    static let validation = Vocabularies(rawValue: 4)
    /// Formats that are asserted.
    static let formatAssertion = Vocabularies(rawValue: 8)
    /// What a dialect has unless its metaschema says otherwise.
    static let standard: Vocabularies = [.applicator, .unevaluated, .validation]

    /// Takes the bits as they are.
    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The vocabulary that a keyword belongs to.
    init(of keyword: SchemaKeyword) {
        switch keyword {
        case .schema, .id, .ref, .dynamicRef, .recursiveRef, .anchor, .dynamicAnchor, .defs, .definitions, .format,
            .contentEncoding, .contentMediaType, .contentSchema:
            self = .core
        case .unevaluatedItems, .unevaluatedProperties: self = .unevaluated
        case .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .properties, .patternProperties, .additionalProperties,
            .propertyNames, .dependentSchemas, .dependencies, .prefixItems, .items, .additionalItems, .contains:
            self = .applicator
        default: self = .validation
        }
    }

    /// The vocabularies of a metaschema's `$vocabulary`; nil when it requires one that nobody here knows.
    init?(declared: JSONValue) {
        self = []
        for member in declared.members {
            let name = member.name.text ?? []
            guard name.starts(with: "https://json-schema.org/draft/20".utf8),
                let slash = name.lastIndex(of: UInt8(ascii: "/"))
            else {
                guard member.value.boolean == false else { return nil }
                continue
            }
            let last = name[(slash + 1)...]
            if last.elementsEqual("applicator".utf8) {
                insert(.applicator)
                // In 2019-09 these two keywords belong to the applicators.
                if name.starts(with: "https://json-schema.org/draft/2019".utf8) { insert(.unevaluated) }
            } else if last.elementsEqual("unevaluated".utf8) {
                insert(.unevaluated)
            } else if last.elementsEqual("validation".utf8) {
                insert(.validation)
            } else if last.elementsEqual("format-assertion".utf8) {
                insert(.formatAssertion)
            }
        }
    }
}
