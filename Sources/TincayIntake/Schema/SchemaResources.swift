/// The resources of a document and of those it refers to: which schema has which address, and which names a place.
struct SchemaResources: Sendable {
    /// The longest address of a resource, which is read again for each reference in it.
    private static let longest = 1_000
    /// The most metaschemas of the host's.
    private static let mostDialects = 32
    /// The most schemas of all documents together.
    private static let most = 25_000
    /// The most members of one schema, each of which is looked at again for each finding.
    private static let widest = 1_000

    /// The documents.
    private(set) var documents: SchemaDocuments
    /// The resources; the document itself is the first.
    private var resources: [SchemaResource] = []
    /// The number of the resource that has an address.
    private var numbers: [[UInt8]: Int] = [:]
    /// The resource of each schema, by its key.
    private var owners: [UInt64: Int] = [:]
    /// Addresses that references name, to be looked for when a document is read.
    private var wanted: [[UInt8]] = []
    /// What a document without `$schema` is written in.
    private let usual: Dialect
    /// What is found by pointers.
    private var index = MemberIndex()
    /// The dialects of the metaschemas that were asked for.
    private var dialects: [(address: [UInt8], dialect: Dialect)] = []

    /// Walks a document, and all that it refers to, through all keywords that hold schemas.
    init(
        _ document: JSONDocument, given: [(address: [UInt8], document: JSONDocument)] = [],
        dialect usual: Dialect = .draft2020
    ) throws(FormError) {
        documents = SchemaDocuments(document, given: given)
        self.usual = usual
        try take(document.root, at: [])
        try takeWanted()
    }

    /// How many resources there are.
    var count: Int { resources.count }

    /// Which resource a schema belongs to; a schema in an unusual place belongs to the one that refers to it.
    func owner(of schema: JSONValue, from other: Int = 0) -> Int {
        owners[documents.key(of: schema)] ?? other
    }

    /// Which keywords a resource uses.
    func dialect(of resource: Int) -> Dialect {
        resources.indices.contains(resource) ? resources[resource].dialect : usual
    }

    /// The address of a resource.
    func address(of resource: Int) -> [UInt8] {
        resources.indices.contains(resource) ? resources[resource].address : []
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

    /// The schema that a reference leads to; nil when it leads nowhere.
    mutating func resolve(_ reference: [UInt8], from resource: Int) -> SchemaTarget? {
        guard resources.indices.contains(resource) else { return nil }
        let reference = Reference(reference, base: resources[resource].address)
        guard let number = numbers[reference.address] else { return nil }
        let target = resources[number]
        guard let fragment = reference.fragment, !fragment.isEmpty else {
            return SchemaTarget(schema: target.root, resource: number)
        }
        if fragment.first == UInt8(ascii: "/") {
            guard let schema = index.value(at: fragment, from: target.root) else { return nil }
            if let owner = owners[documents.key(of: schema)] { return SchemaTarget(schema: schema, resource: owner) }
            return SchemaTarget(schema: schema, resource: number, isStray: true)
        }
        guard let schema = target.anchors[fragment] else { return nil }
        return SchemaTarget(
            schema: schema, resource: owner(of: schema, from: number),
            anchor: target.dynamic.contains(fragment) ? fragment : nil)
    }

    /// The member of an object by its name.
    mutating func member(_ name: [UInt8], of object: JSONValue) -> JSONValue? { index.member(name, of: object) }

    /// Takes in a schema that only a reference leads to.
    ///
    /// In such a place nothing is a name: an `$id` there may be mere data.
    mutating func adopt(_ target: SchemaTarget) throws(FormError) {
        try walk(target.schema, target.resource, names: false)
        try takeWanted()
    }

    /// Takes in the documents that references name, and those that these refer to.
    private mutating func takeWanted() throws(FormError) {
        while let address = wanted.popLast() {
            guard numbers[address] == nil, let document = documents.document(at: address) else { continue }
            documents.use(document)
            try take(document.root, at: address)
        }
    }

    /// Takes in a document that is known by an address, and by its own `$id` too.
    private mutating func take(_ root: JSONValue, at address: [UInt8]) throws(FormError) {
        let dialect = try dialect(of: root, usual)
        let own = try Self.identifier(of: root, base: address, dialect) ?? address
        guard own.count <= Self.longest else { throw .refused(.tooLarge, at: root) }
        let number: Int
        if let known = numbers[own] {
            number = known
        } else {
            number = resources.count
            resources.append(SchemaResource(address: own, root: root, dialect: dialect))
            numbers[own] = number
        }
        if numbers[address] == nil { numbers[address] = number }
        try walk(root, number, names: true)
    }

    /// Takes in a schema and all schemas inside it; goes as deep as the document, which its parser has limited.
    @_optimize(size) private mutating func walk(_ schema: JSONValue, _ outer: Int, names: Bool) throws(FormError) {
        let key = documents.key(of: schema)
        guard owners[key] == nil else { return }
        guard owners.count < Self.most, schema.count <= Self.widest else { throw .refused(.tooLarge, at: schema) }
        var number = outer
        if names, schema.kind == .object, schema.index != 0 {
            let dialect =
                schema["$id"] == nil ? resources[outer].dialect : try dialect(of: schema, resources[outer].dialect)
            if let address = try Self.identifier(of: schema, base: resources[outer].address, dialect) {
                guard numbers[address] == nil else { throw .refused(.reference, at: schema) }
                number = resources.count
                numbers[address] = number
                resources.append(SchemaResource(address: address, root: schema, dialect: dialect))
            }
        }
        owners[key] = number
        guard schema.kind == .object else { return }
        let dialect = resources[number].dialect
        let hidesSiblings = dialect.draft == .draft7 && schema["$ref"] != nil
        for member in schema.members {
            guard let keyword = SchemaKeyword(member.name), dialect.knows(keyword) else { continue }
            if hidesSiblings, keyword != .ref { continue }
            switch keyword {
            case .ref, .dynamicRef: want(member.value, from: number)
            case .anchor, .dynamicAnchor, .id:
                if names { try note(keyword, member.value, of: schema, number) }
            default: try walkInside(keyword, member.value, number, names: names)
            }
        }
    }

    /// Takes in the schemas that a keyword holds.
    private mutating func walkInside(
        _ keyword: SchemaKeyword, _ value: JSONValue, _ number: Int, names: Bool
    ) throws(FormError) {
        switch keyword.holding {
        case .nothing: break
        case .schema: try walk(value, number, names: names)
        case .list:
            for element in value.elements { try walk(element, number, names: names) }
        case .map:
            for member in value.members { try walk(member.value, number, names: names) }
        case .schemaOrList:
            if value.kind == .array {
                for element in value.elements { try walk(element, number, names: names) }
            } else {
                try walk(value, number, names: names)
            }
        case .dependencies:
            for member in value.members where member.value.kind != .array {
                try walk(member.value, number, names: names)
            }
        }
    }

    /// Remembers where a reference leads, when that is not here yet.
    private mutating func want(_ reference: JSONValue, from number: Int) {
        guard let text = reference.text, text.first != UInt8(ascii: "#") else { return }
        let address = Reference(text, base: resources[number].address).address
        if numbers[address] == nil { wanted.append(address) }
    }

    /// Notes a name, which must be new in its resource.
    private mutating func note(
        _ keyword: SchemaKeyword, _ value: JSONValue, of schema: JSONValue, _ number: Int
    ) throws(FormError) {
        guard var name = value.text, !name.isEmpty else { throw .refused(.schema, at: value) }
        if keyword == .id {
            // In draft-07 an `$id` that is only a fragment is what an anchor is later.
            guard resources[number].dialect.draft == .draft7, name.count > 1, name.first == UInt8(ascii: "#") else {
                return
            }
            name.removeFirst()
        }
        if let other = resources[number].anchors[name], documents.key(of: other) != documents.key(of: schema) {
            throw .refused(.reference, at: value)
        }
        resources[number].anchors[name] = schema
        if keyword == .dynamicAnchor { resources[number].dynamic.insert(name) }
    }

    /// The address that a schema's `$id` gives it; nil when it has none, or only a fragment in draft-07.
    private static func identifier(of schema: JSONValue, base: [UInt8], _ dialect: Dialect) throws(FormError)
        -> [UInt8]?
    {
        guard schema.kind == .object, let id = schema["$id"] else { return nil }
        if dialect.draft == .draft7, schema["$ref"] != nil { return nil }
        guard let text = id.text else { throw .refused(.schema, at: id) }
        let reference = Reference(text, base: base)
        guard reference.address.count <= longest else { throw .refused(.tooLarge, at: id) }
        guard reference.fragment?.isEmpty ?? true else {
            guard dialect.draft == .draft7 else { throw .refused(.schema, at: id) }
            return text.first == UInt8(ascii: "#") ? nil : reference.address
        }
        return reference.address
    }

    /// Which keywords a schema with `$schema` uses; a metaschema that the host gave may leave out vocabularies.
    private mutating func dialect(of schema: JSONValue, _ usual: Dialect) throws(FormError) -> Dialect {
        guard schema.kind == .object, let value = schema["$schema"] else { return usual }
        guard let address = value.text else { throw .refused(.schema, at: value) }
        if let known = Dialect(address: address) { return known }
        for known in dialects where known.address == address { return known.dialect }
        let plain = address.last == UInt8(ascii: "#") ? Array(address.dropLast()) : address
        guard let metaschema = documents.document(at: plain)?.root ?? (schema["$id"]?.text == address ? schema : nil)
        else { throw .refused(.dialect, at: value) }
        var dialect = metaschema["$schema"]?.text.flatMap { Dialect(address: $0) } ?? usual
        if let declared = metaschema["$vocabulary"] {
            guard let vocabularies = Vocabularies(declared: declared) else { throw .refused(.dialect, at: value) }
            dialect.vocabularies = vocabularies
        }
        guard dialects.count < Self.mostDialects else { throw .refused(.tooLarge, at: value) }
        dialects.append((address, dialect))
        return dialect
    }
}
