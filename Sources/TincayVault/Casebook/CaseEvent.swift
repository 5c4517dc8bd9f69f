import TincayIntake

/// What a host says was done about a case, in codes.
enum CaseEvent {
    /// Somebody wrote something down.
    case note
    /// The case moved on.
    case status(StatusChange)
    /// The case was given to somebody.
    case assigned([UInt8])
    /// A step of the procedure was taken.
    case step(StepTaken)
    /// Something is needed, or no longer.
    case need(NeedChange)
    /// A service was asked for, or moved on.
    case service(ServiceChange)
    /// What came of verifying what was told.
    case verification([UInt8])
    /// Somebody wants the case to be more or less urgent.
    case urgency(Urgency)
    /// A second person agrees to a proposal for less urgency, which an entry made.
    case urgencyConfirmed(Int64)
    /// A proposal for less urgency, which an entry made, is off.
    case urgencyWithdrawn(Int64)
    /// Another case has to do with this one.
    case linked(CaseLink)
    /// Another case has nothing to do with this one after all.
    case unlinked(ReportID)
    /// Somebody wants the case kept, or no longer.
    case hold(HoldChange)

    /// Reads an event and the words that came with it.
    static func read(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> (event: CaseEvent, words: [UInt8]) {
        let root = try unsafe CaseEventSchema.schema.read(bytes)
        guard let event = try event(root) else { throw .invalidInput }
        return (event, (root["text"] ?? root["reason"])?.text ?? [])
    }

    /// The event of an object that was checked.
    private static func event(_ root: JSONValue) throws(VaultError) -> CaseEvent? {
        guard let type = root["type"] else { return nil }
        if type.isText("note") { return .note }
        if type.isText("status") { return StatusChange(root).map { .status($0) } }
        if type.isText("assigned") {
            guard let person = root["person"]?.text, person.count <= Desk.personSize.upperBound else { return nil }
            return .assigned(person)
        }
        if type.isText("step") { return StepTaken(root).map { .step($0) } }
        if type.isText("need") { return NeedChange(root).map { .need($0) } }
        if type.isText("service") { return ServiceChange(root).map { .service($0) } }
        if type.isText("verification") { return root["result"]?.text.map { .verification($0) } }
        if type.isText("urgency") {
            if let number = root["confirm"]?.integer { return .urgencyConfirmed(number) }
            if let number = root["withdraw"]?.integer { return .urgencyWithdrawn(number) }
            return Urgency.named(root["urgency"]).map { .urgency($0) }
        }
        if type.isText("link") { return CaseLink(root).map { .linked($0) } }
        if type.isText("duplicate_of") { return CaseLink(root).map { .linked($0) } }
        if type.isText("unlink") {
            return root["with"]?.text.flatMap { ReportID(hexadecimal: $0) }.map { .unlinked($0) }
        }
        return HoldChange(root).map { .hold($0) }
    }
}
