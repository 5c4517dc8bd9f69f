import TincayCrypto
import TincayIntake

extension Desk {
    /// Takes in a bundle and gives the receipt: all of it in one transaction, or nothing.
    ///
    /// Each report for this desk is checked again and filed. A damaged item never holds up the others; it is entered in
    /// the ledger and left uncovered. Taking in a bundle again changes nothing and gives a receipt again. Another desk's
    /// receipt is taken in as well, so that nobody has to know what is on a stick.
    public func collect(_ bytes: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        let keys = try unlocked()
        let bundle: OpenedBundle
        do throws(VaultError) {
            bundle = try keys.intake().open { (pair) throws(VaultError) in try unsafe Bundle.open(bytes, with: pair) }
        } catch {
            guard error == .wrongKey else { throw error }
            return try unsafe collect(receipt: bytes)
        }
        guard try !isRevoked(Card.deskID(bundle.point.publicKey)) else { throw .revoked }
        try checkRevocation(of: bundle.point.id, sequence: bundle.sequence)
        let now = clock.now()
        var collection = CollectedItems()
        if bundle.point.kind == Self.pointKind {
            for place in 0..<bundle.count {
                if let message = (try? message(bundle.item(place))) ?? nil { collection.messages.append(message) }
            }
            try carryOut(collection)
        }
        let receipt = try commit { (batch: inout LedgerBatch) throws(VaultError) in
            for place in 0..<bundle.count {
                try take(bundle.item(place), from: bundle.point, at: now, into: &collection, &batch, keys)
            }
            for (message, sender) in collection.messages {
                try take(message, from: sender, into: &collection, &batch)
            }
            if !caseload.bundles.contains(bundle.hash) {
                let heads = genuine(bundle.manifest.heads)
                let entry = CollectedBundle(
                    bundle, filed: collection.added.count, damaged: collection.setAside, heads: heads)
                try enter(.collected, open: entry.bytes, in: &batch)
                try compare(heads, seenBy: bundle.point, in: &batch)
            }
            return try self.receipt(for: bundle, at: now, collection, end: batch.chain, keys)
        }
        // What became of something that was taken back is told at once.
        guard !collection.messages.isEmpty else { return receipt }
        return try self.receipt(for: bundle, at: now, collection, end: chain, keys)
    }

    /// Takes in one item, whatever it is.
    private func take(
        _ item: [UInt8], from point: Point, at now: Moment, into collection: inout CollectedItems,
        _ batch: inout LedgerBatch, _ keys: DeskKeys
    ) throws(VaultError) {
        // An item that a newer library made cannot even be named; it stays where it is.
        guard let id = Envelope.identifier(of: item) else { return }
        let content: BundleItem
        do throws(VaultError) {
            var known = collection.added[id]
            if known == nil { known = try bodyHash(of: id) }
            content = try BundleItem(
                item, id: id, known: known, referredBy: caseload.referrals.incoming(id)?.deskID, from: point,
                for: header.deskID, with: keys.intake())
            // Messages are taken in after all reports.
            if case .foreign = content, point.kind == Self.pointKind, try message(item) != nil { return }
        } catch {
            guard error.isDamage else { throw error }
            collection.damaged.append(id)
            guard !caseload.setAside.contains(id) else { return }
            collection.setAside += 1
            return try enter(.setAside, report: id, open: point.id, in: &batch)
        }
        if case .referral(let opened, let cover, let hash) = content {
            return try take(cover, opened, hash: hash, from: point, at: now, into: &collection, &batch)
        }
        if case .report(let opened, let report, let hash) = content {
            let detail = try detail(of: report, from: point, at: now)
            let index = try SealedBody.index(of: opened.body[...], id: id, keys: opened.keys)
            try add(id, detail, body: opened.body, index, keys: opened.keys, to: &batch)
            collection.added[id] = hash
        }
        collection.covered.append(id)
    }

    /// The hash of the body under which a report is known; nil when the desk would file it, perhaps once more.
    private func bodyHash(of id: ReportID) throws(VaultError) -> [UInt8]? {
        guard let known = caseload.known[id] else { return nil }
        // A case that lost its keys is welcome again; the snapshot does not know that they are gone.
        switch known.fate {
        case .damaged: return nil
        case .open: if try store.key(known.number) == nil { return nil }
        case .shredded: break
        }
        return known.bodyHash
    }

    /// Checks a report again, with the form that it was made with when the desk has it.
    private func detail(
        of opened: OpenedReport, from point: Point, at now: Moment
    ) throws(VaultError) -> FiledDetail {
        let report = opened.report
        let head = ReportHead(reading: report.head)
        guard opened.closed.isEmpty else {
            return FiledDetail(head: head, point: point.id, check: .partial, again: nil, filed: now)
        }
        guard let form = try form(report.formHash) else {
            return FiledDetail(head: head, point: point.id, check: .unknownForm, again: nil, filed: now)
        }
        // A point whose clock is ahead must not give anybody more time than the law.
        let received = Moment(milliseconds: min(head.received?.milliseconds ?? .max, now.milliseconds))
        let again = try? form.check(
            form.join(report.sections), language: head.language.isEmpty ? nil : head.language, at: received,
            for: head.isUnfinished ? .unfinished : .report)
        let check: ReportCheck = again?.accepted == true ? .accepted : head.isUnfinished ? .unfinished : .refused
        return FiledDetail(head: head, point: point.id, check: check, again: again, filed: now)
    }
}
