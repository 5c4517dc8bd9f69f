import TincayIntake

/// What a desk is created with.
struct DeskSetup {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "name": {"type": "string", "maxLength": 200},
          "authority": {"type": "array"},
          "kdf": {"type": "object", "additionalProperties": false, "properties": {
            "memory_mib": {"type": "integer", "minimum": 64, "maximum": 1024},
            "passes": {"type": "integer", "minimum": 2, "maximum": 10}}}}}
        """, size: 1 << 20)

    /// The desk's name, which may be empty.
    let name: [UInt8]
    /// Whose notices it takes, as cards; nil for nobody's.
    let authority: JSONValue?
    /// What trying a passphrase costs.
    let cost: PassphraseCost

    /// Reads a setup; none at all takes every default.
    init(parsing bytes: UnsafeRawBufferPointer?) throws(VaultError) {
        guard let bytes = unsafe bytes else {
            name = []
            authority = nil
            cost = .standard
            return
        }
        let root = try unsafe Self.schema.read(bytes)
        name = root["name"]?.text ?? []
        authority = root["authority"]
        _ = try Authority(authority)
        let standard = PassphraseCost.standard
        guard
            let cost = PassphraseCost(
                mebibytes: root["kdf"]?["memory_mib"]?.integer ?? Int64(standard.memory),
                passes: root["kdf"]?["passes"]?.integer ?? Int64(standard.passes))
        else { throw .invalidInput }
        self.cost = cost
    }
}
