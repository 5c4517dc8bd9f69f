/// One thing that is wrong with an answer; it never holds the answer.
public struct Finding: Sendable {
    /// What is wrong.
    public let code: FindingCode
    /// The JSON Pointer of the field itself, also of one that is missing or unknown.
    public let path: [UInt8]
    /// What it means for the answers.
    public var severity: Severity
    /// The schema that holds the keyword.
    public let schema: JSONValue?
    /// The keyword's name in the schema.
    private let name: StaticString?
    /// Where the keyword is, and what it asks, when that is not for the schema to say.
    private let told: (keyword: [UInt8], parameters: [UInt8])?

    /// Puts a finding together that is not a schema's.
    public init(
        code: FindingCode, path: [UInt8], keyword: [UInt8], parameters: [UInt8] = Array("{}".utf8),
        severity: Severity = .error, schema: JSONValue? = nil
    ) {
        self.code = code
        self.path = path
        self.severity = severity
        self.schema = schema
        name = nil
        told = (keyword, parameters)
    }

    /// Puts a finding together about a keyword of a schema; without a keyword, about the whole schema.
    init(code: FindingCode, path: [UInt8], schema: JSONValue, keyword name: StaticString?) {
        self.code = code
        self.path = path
        severity = .error
        self.schema = schema
        self.name = name
        told = nil
    }

    /// The JSON Pointer, inside the form, of the keyword that says so.
    public var keyword: [UInt8] {
        var pointers = PointerFinder()
        return keyword(&pointers)
    }

    /// The same, found together with those of other findings.
    func keyword(_ pointers: inout PointerFinder) -> [UInt8] {
        if let told { return told.keyword }
        let place = schema.map { pointers.pointer(of: $0) } ?? []
        return name.map { place + JSONPointer.token($0.bytes) } ?? place
    }

    /// Whether a keyword of a schema says so.
    func isSaid(by keyword: StaticString) -> Bool { name?.isSame(as: keyword) ?? false }

    /// A JSON object of what the keyword asks, such as {"maximum":20}.
    ///
    /// Only a limit is told; a list of values could be what a child may not see.
    public var parameters: [UInt8] {
        if let told { return told.parameters }
        var parameters = JSONWriter()
        parameters.beginObject()
        if let name, let value = schema?[name], value.kind == .number || name.isSame(as: "type") {
            parameters.name(name)
            parameters.raw(value.json)
        }
        parameters.endObject()
        return parameters.bytes
    }
}
