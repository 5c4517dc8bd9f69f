/// Where the references of a form lead, each looked up once.
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
    private(set) var resources: SchemaResources
    /// What was looked up.
    private var found: [Key: Target] = [:]

    /// Prepares to look references up.
    init(_ document: JSONDocument, options: SchemaOptions) throws(FormError) {
        resources = try SchemaResources(document, given: options.documents, dialect: options.dialect)
    }

    /// Which resource a schema belongs to.
    func owner(of schema: JSONValue, from other: Int = 0) -> Int { resources.owner(of: schema, from: other) }

    /// The member of an object by its name.
    mutating func member(_ name: [UInt8], of object: JSONValue) -> JSONValue? {
        resources.member(name, of: object)
    }

    /// The schema that a schema refers to; nil when it refers to none.
    mutating func target(of schema: JSONValue, from resource: Int) -> Target? {
        guard let reference = schema["$ref"]?.text else { return nil }
        let key = Key(reference: reference, resource: resource)
        if let target = found[key] { return target }
        guard let target = resources.resolve(reference, from: resource) else { return nil }
        found[key] = (target.schema, target.resource)
        return (target.schema, target.resource)
    }
}
