/// One thing that is wrong with an answer; it never holds the answer.
public struct Finding: Sendable {
    /// What is wrong.
    public let code: FindingCode
    /// The JSON Pointer of the field itself, also of one that is missing or unknown.
    public let path: [UInt8]
    /// The JSON Pointer, inside the form, of the keyword that says so.
    public let keyword: [UInt8]
    /// A JSON object of what the keyword asks, such as {"maximum":20}.
    public let parameters: [UInt8]
    /// What it means for the answers.
    public var severity: Severity
    /// The schema that holds the keyword.
    public let schema: JSONValue?

    /// Puts a finding together.
    public init(
        code: FindingCode, path: [UInt8], keyword: [UInt8], parameters: [UInt8] = Array("{}".utf8),
        severity: Severity = .error, schema: JSONValue? = nil
    ) {
        self.code = code
        self.path = path
        self.keyword = keyword
        self.parameters = parameters
        self.severity = severity
        self.schema = schema
    }
}
