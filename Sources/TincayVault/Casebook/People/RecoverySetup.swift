import TincayIntake

/// How many shares for recovery are to be made.
struct RecoverySetup {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["shares", "needed"], "properties": {
          "shares": {"type": "integer", "minimum": 2, "maximum": 16},
          "needed": {"type": "integer", "minimum": 2, "maximum": 16}}}
        """, size: 4 << 10)

    /// How many there are to be.
    let shares: UInt8
    /// How many let somebody in.
    let needed: UInt8

    /// Reads the numbers.
    init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe Self.schema.read(bytes)
        guard let shares = root["shares"]?.integer.flatMap({ UInt8(exactly: $0) }),
            let needed = root["needed"]?.integer.flatMap({ UInt8(exactly: $0) }), needed <= shares
        else { throw .invalidInput }
        self.shares = shares
        self.needed = needed
    }
}
