import TincayIntake

extension CaseProgress {
    /// Stands for no moment.
    private static let never = Int64.min
    /// Stands for no proposal.
    private static let none: UInt8 = 255

    /// Reads what a snapshot kept.
    init(_ reader: inout ByteReader) throws(VaultError) {
        self.init()
        for _ in 0..<Int(try reader.byte()) {
            let taken = try StepTaken(reader.shortText())
            add(Step(taken: taken, time: try reader.moment(), person: try reader.shortText()))
        }
        for _ in 0..<Int(try reader.byte()) { set(try NeedChange(reader.shortText())) }
        for _ in 0..<Int(try reader.byte()) { set(try ServiceChange(reader.shortText())) }
        for _ in 0..<Int(try reader.byte()) { set(try CaseLink(reader.shortText())) }
        for _ in 0..<Int(try reader.byte()) { holds.append(try CaseHold(&reader)) }
        verification = try reader.shortText()
        outcome = try reader.shortText()
        let rested = try reader.moment()
        let extended = try reader.moment()
        self.rested = rested == Self.never ? nil : rested
        self.extended = extended == Self.never ? nil : extended
        let urgency = try reader.byte()
        let number = try reader.moment()
        let time = try reader.moment()
        let person = try reader.shortText()
        guard urgency != Self.none else { return }
        guard let urgency = Urgency(rawValue: Int(urgency)) else { throw .tooNew }
        proposal = Proposal(number: number, time: time, person: person, urgency: urgency)
    }

    /// Writes it for a snapshot.
    func write(to writer: inout ByteWriter) {
        writer.append([UInt8(truncatingIfNeeded: steps.count)])
        for step in steps {
            writer.append(short: step.taken.bytes)
            writer.append(signed: step.time)
            writer.append(short: step.person)
        }
        writer.append([UInt8(truncatingIfNeeded: needs.count)])
        for need in needs { writer.append(short: need.bytes) }
        writer.append([UInt8(truncatingIfNeeded: services.count)])
        for service in services { writer.append(short: service.bytes) }
        writer.append([UInt8(truncatingIfNeeded: links.count)])
        for link in links { writer.append(short: link.bytes) }
        writer.append([UInt8(truncatingIfNeeded: holds.count)])
        for hold in holds { hold.write(to: &writer) }
        writer.append(short: verification)
        writer.append(short: outcome)
        writer.append(signed: rested ?? Self.never)
        writer.append(signed: extended ?? Self.never)
        writer.append([proposal.map { UInt8(truncatingIfNeeded: $0.urgency.rawValue) } ?? Self.none])
        writer.append(signed: proposal?.number ?? 0)
        writer.append(signed: proposal?.time ?? 0)
        writer.append(short: proposal?.person ?? [])
    }
}
