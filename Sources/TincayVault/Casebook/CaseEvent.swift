import TincayIntake

/// What a host says was done about a case.
enum CaseEvent {
    /// Somebody wrote something down.
    case note([UInt8])
    /// The case moved on, perhaps with words why.
    case status(CaseStatus, [UInt8]?)
    /// The case was given to somebody.
    case assigned([UInt8])

    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "oneOf": [
          {"additionalProperties": false, "required": ["type", "text"], "properties": {
            "type": {"const": "note"}, "text": {"type": "string", "minLength": 1}}},
          {"additionalProperties": false, "required": ["type", "status"], "properties": {
            "type": {"const": "status"},
            "status": {"enum": ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW", "CLOSED", "REOPENED",
              "TRANSFERRED", "DUPLICATE"]},
            "reason": {"type": "string"}}},
          {"additionalProperties": false, "required": ["type", "person"], "properties": {
            "type": {"const": "assigned"}, "person": {"type": "string", "minLength": 1, "maxLength": 200}}}]}
        """, size: 64 << 10)

    /// Reads an event.
    init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe Self.schema.read(bytes)
        if let text = root["text"]?.text {
            self = .note(text)
        } else if let person = root["person"]?.text {
            guard person.count <= Desk.personSize.upperBound else { throw .invalidInput }
            self = .assigned(person)
        } else {
            guard let value = root["status"],
                let status = CaseStatus.allCases.first(where: { value.isText($0.name) })
            else { throw .invalidInput }
            self = .status(status, root["reason"]?.text)
        }
    }

    /// How the ledger calls it.
    var type: LedgerEntryType {
        switch self {
        case .note: .note
        case .status: .status
        case .assigned: .assigned
        }
    }

    /// What the ledger tells about it in codes.
    var detail: [UInt8] {
        switch self {
        case .note: []
        case .status(let status, _): [status.rawValue]
        case .assigned(let person): person
        }
    }

    /// What the ledger tells about it in words.
    var words: [UInt8] {
        switch self {
        case .note(let text): text
        case .status(_, let reason): reason ?? []
        case .assigned: []
        }
    }
}
