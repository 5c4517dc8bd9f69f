import TincayIntake

/// That a case became more urgent, or a step on the way to its being less so, for which it takes two people.
struct UrgencyChange {
    /// What was done.
    enum Stage: UInt8 {
        /// One person raised it.
        case raised = 1
        /// One person proposes to lower it; nothing has changed yet.
        case proposed = 2
        /// Another person agreed; it is lower now.
        case confirmed = 3
        /// The proposal is off.
        case withdrawn = 4

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .raised: "raised"
            case .proposed: "proposed"
            case .confirmed: "confirmed"
            case .withdrawn: "withdrawn"
            }
        }
    }

    /// What was done.
    let stage: Stage
    /// The urgency that it is about.
    let urgency: Urgency
    /// The entry that proposed it; 0 in one that proposes or raises.
    let proposal: Int64

    /// Names a change.
    init(_ stage: Stage, _ urgency: Urgency, proposal: Int64 = 0) {
        self.stage = stage
        self.urgency = urgency
        self.proposal = proposal
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        var reader = ByteReader(detail[...])
        guard let stage = Stage(rawValue: try reader.byte()), let urgency = Urgency(rawValue: Int(try reader.byte()))
        else { throw .tooNew }
        self.init(stage, urgency, proposal: try reader.moment())
    }

    /// The detail.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 10)
        writer.append([stage.rawValue, UInt8(truncatingIfNeeded: urgency.rawValue)])
        writer.append(signed: proposal)
        return writer.bytes
    }

    /// Whether the case is as urgent as it says from here on.
    var takesEffect: Bool { stage == .raised || stage == .confirmed }

    /// Writes it as a case's history shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("urgency")
        writer.text(urgency.name)
        writer.name("stage")
        writer.text(stage.name)
        guard proposal > 0 else { return }
        writer.name("proposal")
        writer.integer(proposal)
    }
}
