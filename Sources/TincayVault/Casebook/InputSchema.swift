import TincayIntake

/// What a JSON text that a host hands over must look like: a schema of our own, compiled once.
struct InputSchema: Sendable {
    /// The compiled schema; nil when our own text is no schema, which every use then reports as a defect.
    private let program: SchemaProgram?
    /// The most bytes and the deepest nesting of a text.
    private let limits: JSONLimits

    /// Compiles a schema that stands beside its user, with definitions that several schemas share.
    init(_ schema: StaticString, defining definitions: StaticString? = nil, size: Int, depth: Int = 16) {
        limits = JSONLimits(size: size, depth: depth)
        var bytes = Self.bytes(schema)
        if let definitions {
            let shared = Array("{\"$defs\":".utf8) + Self.bytes(definitions) + [UInt8(ascii: ",")]
            bytes = shared + bytes.dropFirst()
        }
        var compiled: SchemaProgram?
        if let document = try? JSONDocument(parsing: bytes, limits: .form) {
            compiled = try? SchemaProgram(compiling: document)
        }
        program = compiled
    }

    /// The bytes of a text of our own.
    private static func bytes(_ text: StaticString) -> [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Parses a text and checks it.
    func read(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> JSONValue {
        let document = try VaultError.json { () throws(JSONError) in
            try unsafe JSONDocument(parsing: bytes, limits: limits)
        }
        try check(document.root)
        return document.root
    }

    /// Checks what was parsed already.
    func check(_ value: JSONValue) throws(VaultError) {
        guard let program else { throw .defect }
        guard program.accepts(value) else { throw .invalidInput }
    }
}
