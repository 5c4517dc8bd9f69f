/// Where the references of a form lead, each looked up once.
///
/// Definitions are found by name and not by walking past all the others: a form may have thousands.
struct ReferenceTable {
    /// Where a reference leads.
    typealias Target = (schema: JSONValue, resource: Int)

    /// One reference, as it stands in a resource.
    private struct Key: Hashable {
        /// The reference.
        let reference: [UInt8]
        /// The resource.
        let resource: Int
    }

    /// Which schema belongs to which resource.
    private let resources: SchemaResources
    /// The document's own definitions by name.
    private var definitions: [[UInt8]: JSONValue] = [:]
    /// What was looked up.
    private var found: [Key: Target] = [:]

    /// Prepares to look references up.
    init(_ document: JSONDocument, options: SchemaOptions) throws(FormError) {
        resources = try SchemaResources(document, given: options.documents, dialect: options.dialect)
        guard let list = document.root["$defs"] else { return }
        for member in list.members { definitions[member.name.text ?? []] = member.value }
    }

    /// Which resource a schema belongs to.
    func owner(of schema: JSONValue, from other: Int = 0) -> Int { resources.owner(of: schema, from: other) }

    /// The schema that a schema refers to; nil when it refers to none.
    mutating func target(of schema: JSONValue, from resource: Int) -> Target? {
        guard let reference = schema["$ref"]?.text else { return nil }
        if resource == 0, let name = Self.definition(reference), let target = definitions[name] {
            return (target, resources.owner(of: target))
        }
        let key = Key(reference: reference, resource: resource)
        if let target = found[key] { return target }
        guard let target = resources.resolve(reference, from: resource) else { return nil }
        found[key] = (target.schema, target.resource)
        return (target.schema, target.resource)
    }

    /// The name in a reference to one of the document's own definitions, when nothing in it is escaped.
    private static func definition(_ reference: [UInt8]) -> [UInt8]? {
        guard reference.starts(with: "#/$defs/".utf8) else { return nil }
        let name = Array(reference.dropFirst(8))
        let special: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "#")]
        return name.contains { special.contains($0) } ? nil : name
    }
}
