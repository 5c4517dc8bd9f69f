import TincayIntake

/// A step on the way to a case being kept whatever its period says, or to its being free again; each takes two people.
struct HoldChange {
    /// What was done.
    enum Stage: UInt8 {
        /// One person wants the case kept until a day.
        case placed = 1
        /// Another person agreed.
        case confirmed = 2
        /// Whoever wanted it does no longer.
        case withdrawn = 3
        /// One person wants it free again.
        case lifting = 4
        /// Another person agreed: it is free.
        case lifted = 5
        /// It is not to be free after all.
        case keeping = 6

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .placed: "placed"
            case .confirmed: "confirmed"
            case .withdrawn: "withdrawn"
            case .lifting: "lifting"
            case .lifted: "lifted"
            case .keeping: "keeping"
            }
        }
    }

    /// What was done.
    let stage: Stage
    /// The entry that placed the hold; 0 in the one that does.
    let hold: Int64
    /// The last day of the hold, in days since 1970-01-01; 0 in all but the entry that places it.
    let until: Int64

    /// Names a change.
    init(_ stage: Stage, hold: Int64 = 0, until: Int64 = 0) {
        self.stage = stage
        self.hold = hold
        self.until = until
    }

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        let isLift = root["type"]?.isText("lift") == true
        if let day = root["until"]?.text {
            guard let until = Moment.days(of: day) else { return nil }
            self.init(.placed, until: until)
        } else if let number = root["confirm"]?.integer {
            self.init(isLift ? .lifted : .confirmed, hold: number)
        } else if let number = root["withdraw"]?.integer {
            self.init(isLift ? .keeping : .withdrawn, hold: number)
        } else if let number = root["hold"]?.integer {
            self.init(.lifting, hold: number)
        } else {
            return nil
        }
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        var reader = ByteReader(detail[...])
        guard let stage = Stage(rawValue: try reader.byte()) else { throw .tooNew }
        self.init(stage, hold: try reader.moment(), until: try reader.moment())
    }

    /// The detail.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 17)
        writer.append([stage.rawValue])
        writer.append(signed: hold)
        writer.append(signed: until)
        return writer.bytes
    }

    /// Writes it as a case's history shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("stage")
        writer.text(stage.name)
        if hold > 0 {
            writer.name("hold")
            writer.integer(hold)
        }
        guard until > 0 else { return }
        writer.name("until")
        writer.text(Moment(days: until).dateText)
    }
}
