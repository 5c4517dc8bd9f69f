/// What a host gives along with a form: schemas that it refers to, and packs of data such as units and calendars.
///
/// A JSON object: `{"schemas": {address: schema}, "packs": [{"x-tincay-…": …}], "dialect": address, "formats": boolean}`.
public struct FormResources: Sendable {
    /// The schemas with their addresses, and how the form itself is read.
    let options: SchemaOptions
    /// The packs.
    private let packs: [JSONValue]

    /// The most schemas beside a form.
    private static let mostSchemas = 10_000

    /// Nothing beside the form.
    public static let none = FormResources(options: SchemaOptions(), packs: [])

    /// Packs that were read already; of two with one name the later counts.
    public init(packs: [JSONValue]) {
        self.init(options: SchemaOptions(), packs: packs)
    }

    /// Keeps what was read.
    @_optimize(size) private init(options: SchemaOptions, packs: [JSONValue]) {
        self.options = options
        self.packs = packs
    }

    /// Reads what a host gives.
    @_optimize(size) public init(parsing json: UnsafeRawBufferPointer) throws(FormError) {
        let document: JSONDocument
        do throws(JSONError) {
            // SAFETY: the caller lends the buffer for the call; the document keeps a copy.
            document = try unsafe JSONDocument(parsing: json, limits: .any)
        } catch {
            throw .json(error)
        }
        try self.init(document.root)
    }

    /// Reads what a host gives, already parsed.
    @_optimize(size) private init(_ root: JSONValue) throws(FormError) {
        guard root.kind == .object else { throw .refused(.resource, at: root) }
        var options = SchemaOptions()
        var packs: [JSONValue] = []
        for member in root.members {
            switch member.name {
            case _ where member.name.isText("schemas"):
                guard member.value.kind == .object else { throw .refused(.resource, at: member.value) }
                guard member.value.count <= Self.mostSchemas else { throw .refused(.tooLarge, at: member.value) }
                for schema in member.value.members { options.documents.append(try Self.schema(schema)) }
            case _ where member.name.isText("packs"):
                guard member.value.kind == .array else { throw .refused(.resource, at: member.value) }
                packs = member.value.elements.map { $0 }
            case _ where member.name.isText("dialect"):
                guard let dialect = member.value.text.flatMap({ Dialect(address: $0) }) else {
                    throw .refused(.dialect, at: member.value)
                }
                options.dialect = dialect
            case _ where member.name.isText("formats"):
                guard let asserts = member.value.boolean else { throw .refused(.resource, at: member.value) }
                options.assertsFormat = asserts
            default: throw .refused(.resource, at: member.value)
            }
        }
        self.init(options: options, packs: packs)
    }

    /// Whether the form needs no other schemas.
    public var isEmpty: Bool { options.documents.isEmpty && packs.isEmpty }

    /// The administrative units among the packs; nil when there are none, or none that can be used.
    public var units: UnitTable? {
        guard let pack = pack("x-tincay-units") else { return nil }
        return try? UnitTable(pack)
    }

    /// The contents of the last pack of a name; nil when there is none.
    func pack(_ name: StaticString) -> JSONValue? {
        packs.last { $0[name] != nil }?[name]
    }

    /// A schema as a document of its own, with its address.
    private static func schema(
        _ member: (name: JSONValue, value: JSONValue)
    ) throws(FormError) -> (address: [UInt8], document: JSONDocument) {
        do throws(JSONError) {
            return (member.name.text ?? [], try JSONDocument(parsing: member.value.json, limits: .any))
        } catch {
            throw .json(error)
        }
    }
}
