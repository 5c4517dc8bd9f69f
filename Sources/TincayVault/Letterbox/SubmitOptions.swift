import TincayIntake

/// What a host says along with answers: the language of the result, and whom the child does not want to read them.
public struct SubmitOptions: Sendable {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "language": {"type": "string", "maxLength": 64, "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"},
          "exclude": {"type": "array", "maxItems": 8, "items": {"type": "string", "minLength": 32, "maxLength": 32}}}}
        """, size: 64 << 10)

    /// The schema of a list of desks.
    private static let deskSchema = InputSchema(
        """
        {"type": "array", "maxItems": 8, "items": {"type": "string", "minLength": 32, "maxLength": 32}}
        """, size: 4 << 10)

    /// The language of the result; nil for Vietnamese.
    let language: [UInt8]?
    /// The numbers of the desks that must not get the report.
    let excluded: [[UInt8]]

    /// A language and whom to leave out.
    public init(language: [UInt8]?, excluding excluded: [[UInt8]] = []) {
        self.language = language
        self.excluded = excluded
    }

    /// Reads options; no bytes at all stand for none.
    @_optimize(size) public init(parsing bytes: UnsafeRawBufferPointer?) throws(VaultError) {
        guard let bytes = unsafe bytes else {
            self.init(language: nil)
            return
        }
        let root = try unsafe Self.schema.read(bytes)
        self.init(language: root["language"]?.text, excluding: try Self.desks(root["exclude"]))
    }

    /// Reads a JSON array of the numbers of desks.
    @_optimize(size) public static func desks(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) -> [[UInt8]] {
        try unsafe desks(deskSchema.read(bytes))
    }

    /// The desks that a list names by their numbers; none of no list.
    private static func desks(_ list: JSONValue?) throws(VaultError) -> [[UInt8]] {
        guard let list else { return [] }
        var desks: [[UInt8]] = []
        for element in list.elements {
            guard let id = element.text.flatMap({ Hexadecimal.bytes($0, count: 16) }) else { throw .invalidInput }
            desks.append(id)
        }
        return desks
    }
}
