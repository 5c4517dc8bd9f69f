/// Which keywords a schema may use, and what they mean: a draft, less the vocabularies that a metaschema leaves out.
public struct Dialect: Equatable, Sendable {
    /// A published version of JSON Schema.
    public enum Draft: UInt8, Sendable {
        case draft7, draft2019, draft2020
    }

    /// The version.
    public let draft: Draft
    /// What of it is spoken.
    var vocabularies: Vocabularies

    /// JSON Schema 2020-12, in which forms are written.
    public static let draft2020 = Dialect(draft: .draft2020)
    /// JSON Schema 2019-09, as far as documents of other dialects refer to it.
    public static let draft2019 = Dialect(draft: .draft2019)
    /// JSON Schema draft-07.
    public static let draft7 = Dialect(draft: .draft7)

    /// All of a draft, in which formats only describe.
    init(draft: Draft, vocabularies: Vocabularies = .standard) {
        self.draft = draft
        self.vocabularies = vocabularies
    }

    /// The dialect of a metaschema's address; nil when it is none of the published ones.
    public init?(address: [UInt8]) {
        let address = address.last == UInt8(ascii: "#") ? address.dropLast() : address[...]
        for (known, draft) in Self.addresses where address.elementsEqual(known.bytes) {
            self.init(draft: draft)
            return
        }
        return nil
    }

    /// The addresses of the published metaschemas; draft-06 has no keyword that draft-07 has not.
    private static let addresses: [(StaticString, Draft)] = [
        ("https://json-schema.org/draft/2020-12/schema", .draft2020),
        ("https://json-schema.org/draft/2019-09/schema", .draft2019),
        ("http://json-schema.org/draft-07/schema", .draft7),
        ("https://json-schema.org/draft-07/schema", .draft7),
        ("http://json-schema.org/draft-06/schema", .draft7),
    ]

    /// Whether a keyword means anything.
    func knows(_ keyword: SchemaKeyword) -> Bool {
        guard vocabularies.contains(Vocabularies(of: keyword)) else { return false }
        switch keyword {
        case .prefixItems, .dynamicRef, .dynamicAnchor: return draft == .draft2020
        case .recursiveRef: return draft == .draft2019
        case .additionalItems: return draft != .draft2020
        case .anchor, .defs, .dependentRequired, .dependentSchemas, .unevaluatedItems, .unevaluatedProperties,
            .maxContains, .minContains, .contentSchema:
            return draft != .draft7
        default: return true
        }
    }
}
