import TincayIntake

/// What a JSON text that a host hands over must look like: a schema of our own, compiled once.
struct InputSchema: Sendable {
    /// The compiled schema; nil when our own text is no schema, which every use then reports as a defect.
    private let program: SchemaProgram?
    /// The most bytes and the deepest nesting of a text.
    private let limits: JSONLimits

    /// Compiles a schema that stands beside its user.
    init(_ schema: StaticString, size: Int, depth: Int = 16) {
        limits = JSONLimits(size: size, depth: depth)
        // SAFETY: a static string's bytes live as long as the process.
        let bytes = unsafe [UInt8](UnsafeBufferPointer(start: schema.utf8Start, count: schema.utf8CodeUnitCount))
        var compiled: SchemaProgram?
        if let document = try? JSONDocument(parsing: bytes, limits: .form) {
            compiled = try? SchemaProgram(compiling: document)
        }
        program = compiled
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
