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
    /// The number of the resource that has an address.
    private var numbers: [[UInt8]: Int] = [:]
    /// The resource of each schema, by the place of its value in the document.
    private var owners: [Int: Int] = [:]
    /// Where each schema stands in the document.
    private(set) var trails: SchemaTrails
    /// For each resource, the compiled schemas that dynamic anchors name.
    private(set) var dynamicPlaces: [[[UInt8]: Int]] = []

    /// Walks a document through all keywords that hold schemas.
    init(_ document: JSONDocument) throws(FormError) {
        trails = SchemaTrails(document)
        let root = document.root
        let address = try Self.address(of: root, base: []) ?? []
        resources.append(Resource(address: address, root: root))
        numbers[address] = 0
        try walk(root, .document, 0, names: true)
    }

    /// Which resource a schema belongs to; a schema in an unusual place belongs to the one that refers to it.
    func owner(of schema: JSONValue, from other: Int = 0) -> Int {
        owners[schema.index] ?? other
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
    ///
    /// A schema that stands where no keyword holds schemas comes with the trail to it.
    func resolve(
        _ reference: [UInt8], from resource: Int
    ) -> (schema: JSONValue, resource: Int, anchor: [UInt8]?, trail: SchemaTrail?)? {
        let reference = Reference(reference, base: resources[resource].address)
        guard let number = numbers[reference.address] else { return nil }
        let target = resources[number]
        guard let fragment = reference.fragment, !fragment.isEmpty else { return (target.root, number, nil, nil) }
        if fragment.first == UInt8(ascii: "/") {
            guard let schema = target.root.at(pointer: fragment) else { return nil }
            if let owner = owners[schema.index] { return (schema, owner, nil, nil) }
            return (schema, number, nil, .referred(schema: target.root.index, pointer: fragment))
        }
        guard let schema = target.anchors[fragment] else { return nil }
        return (schema, number, target.dynamic.contains(fragment) ? fragment : nil, nil)
    }

    /// Takes in a schema that only a reference leads to.
    ///
    /// In such a place nothing is a name: an `$id` there may be mere data.
    mutating func adopt(_ schema: JSONValue, _ trail: SchemaTrail, into resource: Int) throws(FormError) {
        try walk(schema, trail, resource, names: false)
    }

    /// Takes in a schema and all schemas inside it; goes as deep as the document, which its parser has limited.
    private mutating func walk(
        _ schema: JSONValue, _ trail: SchemaTrail, _ outer: Int, names: Bool
    ) throws(FormError) {
        guard owners[schema.index] == nil else { return }
        var number = outer
        if names, schema.index != resources[0].root.index,
            let address = try Self.address(of: schema, base: resources[outer].address)
        {
            guard numbers[address] == nil else { throw .notAForm }
            number = resources.count
            numbers[address] = number
            resources.append(Resource(address: address, root: schema))
        }
        owners[schema.index] = number
        trails.note(trail, of: schema)
        guard schema.kind == .object else { return }
        if names {
            try anchor(schema, "$anchor", number)
            try anchor(schema, "$dynamicAnchor", number)
        }
        for member in schema.members {
            let keyword = member.name.index
            switch SchemaPlaces.kind(of: member.name) {
            case .schema:
                let trail = SchemaTrail.below(schema: schema.index, keyword: keyword, name: nil, position: nil)
                try walk(member.value, trail, number, names: names)
            case .list:
                for (position, element) in member.value.elements.enumerated() {
                    let trail = SchemaTrail.below(
                        schema: schema.index, keyword: keyword, name: nil, position: position)
                    try walk(element, trail, number, names: names)
                }
            case .map:
                for inner in member.value.members {
                    let trail = SchemaTrail.below(
                        schema: schema.index, keyword: keyword, name: inner.name.index, position: nil)
                    try walk(inner.value, trail, number, names: names)
                }
            case .none: break
            }
        }
    }

    /// The address that a schema's `$id` gives it; nil when it has none.
    private static func address(of schema: JSONValue, base: [UInt8]) throws(FormError) -> [UInt8]? {
        guard schema.kind == .object, let id = schema["$id"] else { return nil }
        guard let text = id.text else { throw .notAForm }
        let reference = Reference(text, base: base)
        guard reference.fragment?.isEmpty ?? true else { throw .notAForm }
        return reference.address
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
