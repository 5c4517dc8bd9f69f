import TincayCrypto
import TincayIntake

extension Letterbox {
    /// Packs the next slots, used or not, into a bundle for the box's desks.
    ///
    /// Bundles go round: each carries on behind the slots of the one before, by their numbers, so that today's come in
    /// the last of a round, and the next begins with the oldest again. Nothing is forgotten: a slot travels in every round
    /// until receipts free it. Nobody who does not answer can so hold up what came later.
    public func pack() throws(VaultError) -> [UInt8] {
        try Self.start()
        let moment = clock.now()
        try unlessFull { () throws(VaultError) in try hear(moment) }
        let keys = try pointKeys()
        return try commit { (changed: inout LetterboxState) throws(VaultError) in
            var bundle = try BundleWriter(size: setup.bundleSize, itemSize: setup.slotSize)
            changed.cursor = try fill(&bundle, from: changed.cursor, today: changed.first)
            changed.sequence += 1
            changed.lastPacked = LetterboxState.count(moment.milliseconds)
            let manifest = Manifest(
                point: setup.point(publicKey: keys.signing.publicKey), sequence: UInt64(changed.sequence),
                itemSize: setup.slotSize, itemCount: bundle.count, receiptKey: keys.receipts.publicKey,
                heads: try witnessedHeads(), notices: try file.heldNotices(limit: Manifest.mostNotices))
            return try bundle.finish(manifest, signing: keys.signing, to: desks.map { $0.recipient })
        }
    }

    /// The point's keys; they open no report.
    func pointKeys() throws(VaultError) -> PointKeys {
        let seed = try file.seed()
        return try VaultError.crypto { () throws(CryptoError) in try PointKeys(seed: seed) }
    }

    /// Fills a bundle with what comes next in the round; gives the cursor for the one behind it, 0 when the round is over.
    private func fill(
        _ bundle: inout BundleWriter, from cursor: Int64, today: Int64
    ) throws(VaultError) -> Int64 {
        // What lay behind the cursor may have been freed meanwhile.
        let start = try file.isWaiting(after: cursor, size: setup.slotSize) ? cursor : 0
        let last = try unsafe file.visitWaiting(after: start, limit: bundle.room, size: setup.slotSize) {
            (envelope) throws(VaultError) in try unsafe pack(envelope, into: &bundle)
        }
        guard try !file.isWaiting(after: last, size: setup.slotSize) else { return last }
        // What was freed today holds noise until a report takes its place, which must not be seen from its coming back.
        try unsafe file.visitFreed(since: today, limit: bundle.room, size: setup.slotSize) {
            (envelope) throws(VaultError) in try unsafe pack(envelope, into: &bundle)
        }
        return 0
    }

    /// Where the desks' ledgers ended, with their own signatures.
    private func witnessedHeads() throws(VaultError) -> [WitnessedHead] {
        var heads: [WitnessedHead] = []
        for recipient in desks.map({ $0.recipient }) {
            if let head = try file.desk(recipient.deskID).head, head.isSigned { heads.append(head) }
        }
        return heads
    }
}
