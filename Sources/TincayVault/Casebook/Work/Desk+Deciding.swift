import TincayIntake

extension Desk {
    /// Enters what the desk decides about its own deadlines, periods and calendar; it takes the place of what it decided
    /// before.
    ///
    /// No deadline may be longer than the law's.
    public func decide(_ rules: UnsafeRawBufferPointer) throws(VaultError) {
        // Whoever may let people in may decide for all of them.
        guard try unlocked().ring.roles.contains(.people) else { throw .noKey }
        try unsafe WorkRules.check(rules)
        // SAFETY: the caller lends the buffer for the call; the copy is ours.
        let copy = unsafe [UInt8](rules)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in try enter(.decided, open: copy, in: &batch) }
    }

    /// The rules of work: what everybody has, and what this desk decided.
    public func rules() throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        guard let standard = WorkRules.standard else { throw .defect }
        let rules = try WorkRules(decided: caseload.work.decided)
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("standard")
        writer.raw(standard.json)
        writer.name("decided")
        if let decided = rules.decided { writer.raw(decided.json) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }
}
