extension Desk {
    /// Enters what was done about a case.
    public func record(_ id: [UInt8], event: UnsafeRawBufferPointer) throws(VaultError) {
        _ = try unlocked()
        let (event, words) = try unsafe CaseEvent.read(event)
        guard let record = caseload[try find(id)] else { throw .tampered }
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try carry(event, about: record, words: words, in: &batch)
        }
    }

    /// Enters an event, if the case and its rules allow it.
    private func carry(
        _ event: CaseEvent, about record: CaseRecord, words: [UInt8], in batch: inout LedgerBatch
    ) throws(VaultError) {
        let progress = caseload.work[record.id]
        switch event {
        case .note: try enter(.note, about: record, words: words, in: &batch)
        case .status(let change):
            try check(change, of: record, progress)
            try enter(.status, about: record, detail: change.bytes, words: words, in: &batch)
        case .assigned(let person): try enter(.assigned, about: record, detail: person, words: words, in: &batch)
        case .step(let taken): try enter(.step, about: record, detail: taken.bytes, words: words, in: &batch)
        case .need(let need): try enter(.need, about: record, detail: need.bytes, words: words, in: &batch)
        case .service(let service):
            guard
                progress.services.count < CaseProgress.most
                    || progress.services.contains(where: { $0.isSameReferral(as: service) })
            else { throw .tooLarge }
            try enter(.service, about: record, detail: service.bytes, words: words, in: &batch)
        case .verification(let result):
            try enter(.verification, about: record, detail: result, words: words, in: &batch)
        case .urgency(let urgency):
            try enter(.urgency, about: record, detail: change(of: record, to: urgency).bytes, words: words, in: &batch)
        case .urgencyConfirmed(let number):
            let change = try answer(number, to: progress.proposal, .confirmed)
            try enter(.urgency, about: record, detail: change.bytes, words: words, in: &batch)
        case .urgencyWithdrawn(let number):
            let change = try answer(number, to: progress.proposal, .withdrawn)
            try enter(.urgency, about: record, detail: change.bytes, words: words, in: &batch)
        case .linked(let link): try enter(link, from: record, words: words, in: &batch)
        case .unlinked(let other): try unlink(other, from: record, progress, words: words, in: &batch)
        case .hold(let change):
            try check(change, progress)
            try enter(.hold, about: record, detail: change.bytes, words: words, in: &batch)
        }
    }

    /// Refuses what no case may do.
    private func check(_ change: StatusChange, of record: CaseRecord, _ progress: CaseProgress) throws(VaultError) {
        guard record.status.next.contains(change.status) else { throw .notAllowed }
        // Whoever calls a case a duplicate says of which.
        guard change.status != .duplicate || progress.links.contains(where: { $0.kind == .duplicateOf }) else {
            throw .notAllowed
        }
    }
}
