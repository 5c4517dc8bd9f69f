/// The resources of a compound document: which schema has which address, and which anchors name a place in it.
struct SchemaResources {
    /// One resource.
    private struct Resource {
        /// Its absolute address, or nothing for a document without one.
        let address: [UInt8]
        /// Its schema.
        let root: JSONValue
        /// The schemas that anchors name, dynamic or not.
        var anchors: [[UInt8]: JSONValue] = [:]
        /// The names of the dynamic ones.
        var dynamic: [[UInt8]] = []
    }

    /// The resources; the document itself is the first.
    private var resources: [Resource] = []
    /// The resource of each schema, by the place of its value in the document.
    private var owners: [Int: Int] = [:]
    /// The pointer of each schema, by the place of its value in the document.
    private var pointers: [Int: [UInt8]] = [:]
    /// For each resource, the compiled schemas that dynamic anchors name.
    private(set) var dynamicPlaces: [[[UInt8]: Int]] = []

    /// Walks a document through all keywords that hold schemas.
    init(_ document: JSONDocument) throws(FormError) {
        resources.append(Resource(address: [], root: document.root))
        try walk(document.root, [], 0)
    }

    /// Which resource a schema belongs to; a schema in an unusual place belongs to the one that refers to it.
    func owner(of schema: JSONValue, from other: Int = 0) -> Int {
        owners[schema.index] ?? other
    }

    /// Where a schema stands in the document.
    func pointer(of schema: JSONValue) -> [UInt8]? {
        pointers[schema.index]
    }

    /// Where a resource's own schema stands.
    func rootPointer(of resource: Int) -> [UInt8] {
        pointers[resources[resource].root.index] ?? []
    }

    /// Every dynamic anchor: its resource, its name and its schema.
    var dynamicAnchors: [(resource: Int, name: [UInt8], schema: JSONValue)] {
        var all: [(resource: Int, name: [UInt8], schema: JSONValue)] = []
        for (number, resource) in resources.enumerated() {
            for name in resource.dynamic {
                if let schema = resource.anchors[name] { all.append((number, name, schema)) }
            }
        }
        return all
    }

    /// Notes the compiled places of the dynamic anchors.
    mutating func compiled(_ places: [(resource: Int, name: [UInt8], place: Int)]) {
        dynamicPlaces = resources.map { _ in [:] }
        for entry in places { dynamicPlaces[entry.resource][entry.name] = entry.place }
    }

    /// The schema that a reference leads to, its resource, and its dynamic anchor when the fragment is one.
    func resolve(
        _ reference: [UInt8], from resource: Int
    ) -> (schema: JSONValue, resource: Int, pointer: [UInt8]?, anchor: [UInt8]?)? {
        let reference = Reference(reference, base: resources[resource].address)
        guard let number = resources.firstIndex(where: { $0.address == reference.address }) else { return nil }
        let target = resources[number]
        guard let fragment = reference.fragment, !fragment.isEmpty else { return (target.root, number, nil, nil) }
        if fragment.first == UInt8(ascii: "/") {
            guard let schema = target.root.at(pointer: fragment) else { return nil }
            return (schema, owner(of: schema, from: number), rootPointer(of: number) + fragment, nil)
        }
        guard let schema = target.anchors[fragment] else { return nil }
        return (schema, number, nil, target.dynamic.contains(fragment) ? fragment : nil)
    }

    /// Takes in a schema and all schemas inside it; goes as deep as the document, which its parser has limited.
    private mutating func walk(_ schema: JSONValue, _ pointer: [UInt8], _ outer: Int) throws(FormError) {
        var number = outer
        if schema.kind == .object, let id = schema["$id"] {
            guard let text = id.text else { throw .notAForm }
            let reference = Reference(text, base: resources[outer].address)
            guard reference.fragment?.isEmpty ?? true else { throw .notAForm }
            if pointer.isEmpty {
                resources[0] = Resource(address: reference.address, root: schema)
            } else {
                guard !resources.contains(where: { $0.address == reference.address }) else { throw .notAForm }
                number = resources.count
                resources.append(Resource(address: reference.address, root: schema))
            }
        }
        owners[schema.index] = number
        pointers[schema.index] = pointer
        guard schema.kind == .object else { return }
        try anchor(schema, "$anchor", number)
        try anchor(schema, "$dynamicAnchor", number)
        for member in schema.members {
            let name = member.name.text ?? []
            let here = pointer + JSONPointer.token(name)
            switch SchemaPlaces.kind(of: member.name) {
            case .schema: try walk(member.value, here, number)
            case .list:
                for (position, element) in member.value.elements.enumerated() {
                    try walk(element, here + JSONPointer.token(Array("\(position)".utf8)), number)
                }
            case .map:
                for inner in member.value.members {
                    try walk(inner.value, here + JSONPointer.token(inner.name.text ?? []), number)
                }
            case .none: break
            }
        }
    }

    /// Notes an anchor, whose name must be new in its resource.
    private mutating func anchor(_ schema: JSONValue, _ keyword: StaticString, _ number: Int) throws(FormError) {
        guard let value = schema[keyword] else { return }
        guard let name = value.text, !name.isEmpty, resources[number].anchors[name] == nil else { throw .notAForm }
        resources[number].anchors[name] = schema
        // The two keywords differ only in what a dynamic reference makes of them.
        if keyword.utf8CodeUnitCount > 7 { resources[number].dynamic.append(name) }
    }
}
