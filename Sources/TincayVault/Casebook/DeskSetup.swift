import TincayIntake

/// What a desk is created with.
struct DeskSetup {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "name": {"type": "string", "maxLength": 200},
          "authority": {"type": "array"},
          "idle_seconds": {"type": "integer", "minimum": 10, "maximum": 86400},
          "kdf": {"type": "object", "additionalProperties": false, "properties": {
            "target_ms": {"type": "integer", "minimum": 100, "maximum": 5000},
            "memory_mib": {"type": "integer", "minimum": 64, "maximum": 1024},
            "passes": {"type": "integer", "minimum": 2, "maximum": 10}}}}}
        """, size: 1 << 20)

    /// The desk's name, which may be empty.
    let name: [UInt8]
    /// Whose notices it takes, as cards; nil for nobody's.
    let authority: JSONValue?
    /// After how many seconds without use the desk locks itself.
    let idleSeconds: Int64
    /// What trying a passphrase costs; nil when that is to be measured.
    private let cost: PassphraseCost?
    /// How long trying a passphrase is to take, in milliseconds.
    private let target: Int64

    /// Reads a setup; none at all takes every default.
    init(parsing bytes: UnsafeRawBufferPointer?) throws(VaultError) {
        guard let bytes = unsafe bytes else {
            name = []
            authority = nil
            idleSeconds = DeskProfile.idleSeconds
            cost = .standard
            target = 0
            return
        }
        let root = try unsafe Self.schema.read(bytes)
        name = root["name"]?.text ?? []
        authority = root["authority"]
        _ = try Authority(authority)
        idleSeconds = root["idle_seconds"]?.integer ?? DeskProfile.idleSeconds
        if let target = root["kdf"]?["target_ms"]?.integer {
            // Either the machine says what it costs, or the host does.
            guard root["kdf"]?["memory_mib"] == nil, root["kdf"]?["passes"] == nil else { throw .invalidInput }
            self.target = target
            cost = nil
            return
        }
        target = 0
        let standard = PassphraseCost.standard
        guard
            let cost = PassphraseCost(
                mebibytes: root["kdf"]?["memory_mib"]?.integer ?? Int64(standard.memory),
                passes: root["kdf"]?["passes"]?.integer ?? Int64(standard.passes))
        else { throw .invalidInput }
        self.cost = cost
    }

    /// What trying a passphrase costs, measured on this machine when a time was asked for.
    func passphraseCost(_ clock: Clock) throws(VaultError) -> PassphraseCost {
        if let cost { return cost }
        return try PassphraseCost.measured(milliseconds: target, clock: clock)
    }
}
