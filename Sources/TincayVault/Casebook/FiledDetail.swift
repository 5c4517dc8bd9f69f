import TincayIntake

/// What is told about a report when it is filed, and listed until it is shredded.
struct FiledDetail {
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The most rules that are listed.
    private static let ruleLimit = 64
    /// Stands for no urgency.
    private static let noUrgency: UInt8 = 255

    /// When the report was told.
    let received: Moment
    /// Whether the clock that told so was in doubt.
    let clockIsDoubtful: Bool
    /// Whether whoever told it did not come to an end.
    let isUnfinished: Bool
    /// The point that it came from; nil when it was made at this desk.
    let point: [UInt8]?
    /// What came of checking it again.
    let check: ReportCheck
    /// How urgent it is.
    let urgency: Urgency?
    /// The soonest deadline.
    let due: Moment?
    /// The form's name.
    let form: [UInt8]
    /// The form's version.
    let formVersion: [UInt8]
    /// Whose questions were answered.
    let profile: [UInt8]
    /// The names of the rules that fired: a JSON array.
    let rules: [UInt8]
    /// The coded answers for lists and counts: a JSON object.
    let facets: [UInt8]
    /// What triage said: a JSON object.
    let triage: [UInt8]

    /// Joins what the point said and what checking again said; the more urgent counts, and the sooner deadline.
    @_optimize(size) init(head: ReportHead, point: [UInt8]?, check: ReportCheck, again: Checked?, filed: Moment) {
        received = head.received ?? filed
        clockIsDoubtful = head.clockIsDoubtful
        isUnfinished = head.isUnfinished
        self.point = point
        self.check = check
        form = head.form
        formVersion = head.version
        let urgency = Urgency.moreUrgent(head.urgency, again?.urgency)
        self.urgency = urgency
        due = Self.sooner(head.due, again?.due)
        if let again {
            profile = again.profile
            facets = again.facets
            triage = again.urgency == urgency ? again.triage : head.triage
        } else {
            profile = head.profile
            facets = head.facets
            triage = head.triage
        }
        rules = Self.rules(of: triage)
    }

    /// Reads a detail.
    @_optimize(size) init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        let version = try reader.byte()
        guard version == Self.version else { throw version == 0 ? .badFormat : .tooNew }
        let urgency = try reader.byte()
        guard let check = ReportCheck(rawValue: try reader.byte()) else { throw .tooNew }
        self.check = check
        let flags = try reader.byte()
        try reader.zeros(4)
        self.urgency = urgency == Self.noUrgency ? nil : Urgency(rawValue: Int(urgency))
        received = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let due = Moment(milliseconds: Int64(bitPattern: try reader.number()))
        let point = try reader.bytes(16)
        clockIsDoubtful = flags & 1 != 0
        self.point = flags & 2 != 0 ? point : nil
        self.due = flags & 4 != 0 ? due : nil
        isUnfinished = flags & 8 != 0
        form = try Self.text(&reader)
        formVersion = try Self.text(&reader)
        profile = try Self.text(&reader)
        rules = try Self.text(&reader)
        facets = try Self.text(&reader)
        triage = try Self.text(&reader)
        guard reader.rest.isEmpty else { throw .badFormat }
    }

    /// The detail as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 128 + rules.count + facets.count + triage.count)
        let flags: UInt8 =
            (clockIsDoubtful ? 1 : 0) | (point == nil ? 0 : 2) | (due == nil ? 0 : 4) | (isUnfinished ? 8 : 0)
        let urgency = urgency.map { UInt8(truncatingIfNeeded: $0.rawValue) } ?? Self.noUrgency
        writer.append([Self.version, urgency, check.rawValue, flags, 0, 0, 0, 0])
        writer.append(number: UInt64(bitPattern: received.milliseconds))
        writer.append(number: UInt64(bitPattern: due?.milliseconds ?? 0))
        writer.append(point ?? [UInt8](repeating: 0, count: 16))
        for text in [form, formVersion, profile, rules, facets, triage] {
            writer.append(text: text)
        }
        return writer.bytes
    }

    /// Reads a text and its length.
    private static func text(_ reader: inout ByteReader) throws(VaultError) -> [UInt8] {
        guard let count = Int(exactly: try reader.number(UInt32.self)) else { throw .badFormat }
        return try reader.bytes(count)
    }

    /// The sooner of two moments that may not be known.
    private static func sooner(_ first: Moment?, _ second: Moment?) -> Moment? {
        guard let first, let second else { return first ?? second }
        return first.milliseconds <= second.milliseconds ? first : second
    }

    /// The names of the rules in what triage said.
    private static func rules(of triage: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginArray()
        if let root = (try? JSONDocument(parsing: triage, limits: .any))?.root, let rules = root["rules"] {
            for rule in rules.elements.prefix(ruleLimit) {
                if let id = rule["id"]?.text, id.count <= 64 { writer.text(id) }
            }
        }
        writer.endArray()
        return writer.bytes
    }
}
