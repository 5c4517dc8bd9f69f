import TincayIntake

/// What an addressee says about a referral.
struct ReferralAnswer {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["state"], "properties": {
          "state": {"enum": ["ACCEPTED", "DECLINED_PROVIDER", "DECLINED_CHILD", "IN_PROGRESS", "DONE", "NOT_AVAILABLE",
            "RETURNED"]},
          "outcome": {"type": "string", "pattern": "^[A-Z][A-Z0-9_-]{0,39}$"},
          "note": {"type": "string", "minLength": 1, "maxLength": 2000}}}
        """, size: 64 << 10)

    /// How far it is.
    let state: ReferralState
    /// A code of what came of it; empty for none.
    let outcome: [UInt8]
    /// Words; empty for none.
    let note: [UInt8]

    /// Reads an answer.
    init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe Self.schema.read(bytes)
        guard let state = ReferralState.named(root["state"]), state.isAnswer else { throw .invalidInput }
        self.state = state
        outcome = root["outcome"]?.text ?? []
        note = root["note"]?.text ?? []
        guard note.count <= ReferralMessage.most.note else { throw .tooLarge }
    }

    /// What the ledger keeps of an answer in codes.
    init(codes: [UInt8], note: [UInt8] = []) throws(VaultError) {
        guard let state = codes.first.flatMap({ ReferralState(rawValue: $0) }), state.isAnswer else { throw .tooNew }
        self.state = state
        outcome = [UInt8](codes.dropFirst())
        self.note = note
        guard Self.isCode(outcome) else { throw .badFormat }
    }

    /// The answer in codes, for the ledger.
    var codes: [UInt8] { [state.rawValue] + outcome }

    /// Whether bytes are a code, or none at all.
    static func isCode(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= ReferralMessage.most.outcome else { return false }
        return bytes.enumerated().allSatisfy { place, byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): place > 0
            default: false
            }
        }
    }

    /// Writes the answer as lists and histories show it.
    func write(to writer: inout JSONWriter) {
        writer.name("state")
        writer.text(state.name)
        writer.name("outcome")
        if outcome.isEmpty { writer.null() } else { writer.text(outcome) }
    }
}
